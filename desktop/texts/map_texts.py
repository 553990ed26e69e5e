"""Outlines of the map: what is wrong with them, and what stops a file."""

from desktop.texts.marking import QT_TRANSLATE_NOOP

LABELS: dict[str, str] = {
    "CoordinateSystem.WGS84": QT_TRANSLATE_NOOP("labels", "WGS-84（含国家 2000）"),
    "CoordinateSystem.GCJ02": QT_TRANSLATE_NOOP("labels", "GCJ-02（高德、腾讯）"),
    "OutlineFault.UNIT_NOT_NAMED": QT_TRANSLATE_NOOP("labels", "没有写编码和名称"),
    "OutlineFault.UNIT_UNKNOWN": QT_TRANSLATE_NOOP("labels", "街道里没有这个网格或村社"),
    "OutlineFault.UNIT_AMBIGUOUS": QT_TRANSLATE_NOOP("labels", "名称对应几个单位，请写编码"),
    "OutlineFault.UNIT_NOT_A_PLACE": QT_TRANSLATE_NOOP("labels", "这个单位不是网格或村社"),
    "OutlineFault.UNIT_TWICE": QT_TRANSLATE_NOOP("labels", "文件里出现两次，只收第一次"),
    "OutlineFault.NO_POLYGON": QT_TRANSLATE_NOOP("labels", "不是面（Polygon、MultiPolygon）"),
    "OutlineFault.NUMBERS_BAD": QT_TRANSLATE_NOOP("labels", "坐标里有不是数字的内容"),
    "OutlineFault.RING_SHORT": QT_TRANSLATE_NOOP("labels", "边界不足四个点"),
    "OutlineFault.RING_OPEN": QT_TRANSLATE_NOOP("labels", "边界没有闭合，首尾两点不同"),
    "OutlineFault.RING_FLAT": QT_TRANSLATE_NOOP("labels", "边界没有围出面积"),
    "OutlineFault.LATITUDE_FIRST": QT_TRANSLATE_NOOP("labels", "经纬度写反了，应先经度后纬度"),
    "OutlineFault.OUTSIDE_CHINA": QT_TRANSLATE_NOOP("labels", "不在中国范围内，请核对坐标系"),
    "OutlineFault.TOO_MANY_POINTS": QT_TRANSLATE_NOOP("labels", "点太多，请先简化边界"),
    "OutlineNote.CROSSES_ITSELF": QT_TRANSLATE_NOOP("labels", "边界自己相交，建议重画"),
    "OutlineNote.CHANGED": QT_TRANSLATE_NOOP("labels", "代替原有边界"),
}

SENTENCES: dict[str, str] = {
    "outlines_too_many": QT_TRANSLATE_NOOP(
        "sentences",
        "文件里有{count}个边界，超过{most}个，没有导入。请分成几个文件。",
    ),
    "outlines_none_good": QT_TRANSLATE_NOOP(
        "sentences",
        "文件里的{count}个边界都不能用，没有改动。请按检查结果改好后再导入。",
    ),
    "not_geojson": QT_TRANSLATE_NOOP(
        "sentences",
        "这不是 GeoJSON 地图文件，没有导入。请在制图软件中导出为 GeoJSON（FeatureCollection）。",
    ),
    "map_broken": QT_TRANSLATE_NOOP(
        "sentences",
        "地图文件第{line}行第{column}个字符处读不下去，没有导入。请重新导出一份后再试。",
    ),
    "map_encoding": QT_TRANSLATE_NOOP(
        "sentences",
        "认不出地图文件的编码，没有导入。请另存为 UTF-8 后再试。",
    ),
    "map_without_features": QT_TRANSLATE_NOOP(
        "sentences",
        "地图文件里没有边界，没有导入。请核对导出的图层。",
    ),
    "map_too_many_features": QT_TRANSLATE_NOOP(
        "sentences",
        "地图文件里有{count}个边界，超过{limit}个，没有导入。请只导出本街道的网格和村社。",
    ),
}
