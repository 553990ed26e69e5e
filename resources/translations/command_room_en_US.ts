<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="zh_CN">
<context>
    <name></name>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>签发编号</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>打印通知单和回执</source>
        <translation>Print notice and reply slip</translation>
    </message>
    <message>
        <source>登记送达</source>
        <translation>Record delivery</translation>
    </message>
    <message>
        <source>登记回执</source>
        <translation>Record reply slip</translation>
    </message>
    <message>
        <source>退回重办</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>申请销号</source>
        <translation>Strike-off asked</translation>
    </message>
    <message>
        <source>核查通过</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Strike off</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>{level}：{subject}。签发即取文号，办结时限 {limit}。</source>
        <translation>{level}: {subject}. Issuing takes the number; closing limit {limit}.</translation>
    </message>
    <message>
        <source>{number} 撤销后文号保留、不再使用，已扣的分退回。</source>
        <translation>After withdrawal the number {number} is kept but not used again; points taken are given back.</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>签收人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>办理过程、措施和结果；未办结的写明原因</source>
        <translation>Handling, measures and result; if not closed, say why</translation>
    </message>
    <message>
        <source>回复单位签字人</source>
        <translation>Signed for the unit by</translation>
    </message>
    <message>
        <source>销号依据</source>
        <translation>Grounds to strike off</translation>
    </message>
    <message>
        <source>如：现场前后照片 2 张、当事人确认</source>
        <translation>e.g. 2 photos before and after, confirmed by those concerned</translation>
    </message>
    <message>
        <source>核查情况</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>批准意见</source>
        <translation>Approval</translation>
    </message>
    <message>
        <source>新的办结时限</source>
        <translation>New closing limit</translation>
    </message>
    <message>
        <source>原时限 {limit}</source>
        <translation>Old limit {limit}</translation>
    </message>
    <message>
        <source>未编号（签发时取号）</source>
        <translation>No number yet</translation>
    </message>
    <message>
        <source>区核查</source>
        <translation>District verifies</translation>
    </message>
    <message>
        <source>已摘牌</source>
        <translation>Delisted</translation>
    </message>
    <message>
        <source>挂牌</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>已整改</source>
        <translation>Rectified</translation>
    </message>
    <message>
        <source>整改中</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>超 {n} 日</source>
        <translation>{n} d over</translation>
    </message>
    <message>
        <source>今天已超时</source>
        <translation>Over since today</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>剩 {n} 日</source>
        <translation>{n} d left</translation>
    </message>
    <message>
        <source>待审核</source>
        <translation>To check</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To issue</translation>
    </message>
    <message>
        <source>待送达</source>
        <translation>To deliver</translation>
    </message>
    <message>
        <source>待回执</source>
        <translation>Reply awaited</translation>
    </message>
    <message>
        <source>已回执</source>
        <translation>Replied</translation>
    </message>
    <message>
        <source>待核查</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>待批准</source>
        <translation>To approve</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Struck off</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>拟稿</source>
        <translation>Drafted</translation>
    </message>
    <message>
        <source>打印送达</source>
        <translation>Print, deliver</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Reply slip</translation>
    </message>
    <message>
        <source>{name} {at} {action}</source>
        <translation>{name} {at} {action}</translation>
    </message>
    <message>
        <source>撤销理由：{reason}</source>
        <translation>Reason for withdrawal: {reason}</translation>
    </message>
    <message>
        <source>等{who}审核</source>
        <translation>Check awaited: {who}</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>批准销号</source>
        <translation>approve striking off</translation>
    </message>
    <message>
        <source>等{who}{action}</source>
        <translation>Awaited from {who}: {action}</translation>
    </message>
    <message>
        <source>等{who}回执</source>
        <translation>Reply awaited: {who}</translation>
    </message>
    <message>
        <source>等指挥室核查</source>
        <translation>Command room verifies</translation>
    </message>
    <message>
        <source>逾期 {late}</source>
        <translation>{late} overdue</translation>
    </message>
    <message>
        <source>签收逾期 {late}</source>
        <translation>Signing {late} overdue</translation>
    </message>
    <message>
        <source>{level}过时限 {late}</source>
        <translation>{level} {late} past limit</translation>
    </message>
    <message>
        <source>返工 {n} 次</source>
        <translation>{n} reworks</translation>
    </message>
    <message>
        <source>{late}没有反馈</source>
        <translation>No report for {late}</translation>
    </message>
    <message>
        <source>例会 {n} 次未落实</source>
        <translation>Missed at {n} meetings</translation>
    </message>
    <message>
        <source>{at} 交办，未签收</source>
        <translation>Assigned {at}, not signed for</translation>
    </message>
    <message>
        <source>应于 {day} 办结</source>
        <translation>Due {day}</translation>
    </message>
    <message>
        <source>或</source>
        <translation> or </translation>
    </message>
    <message>
        <source>{n} 工作日</source>
        <translation>{n} workdays</translation>
    </message>
    <message>
        <source>{h} 小时 {m} 分</source>
        <translation>{h} h {m} min</translation>
    </message>
    <message>
        <source>{m} 分钟</source>
        <translation>{m} min</translation>
    </message>
    <message>
        <source>签发起算</source>
        <translation>On issue</translation>
    </message>
    <message>
        <source>按期</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已反馈</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>未反馈</source>
        <translation>None</translation>
    </message>
    <message>
        <source>已签收</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>{n} 天</source>
        <translation>{n} d</translation>
    </message>
    <message>
        <source>超 {span}</source>
        <translation>{span} over</translation>
    </message>
    <message>
        <source>剩 {span}</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <source>续报超 {span}</source>
        <translation>Follow-up {span} over</translation>
    </message>
    <message>
        <source>续报剩 {span}</source>
        <translation>Follow-up {span} left</translation>
    </message>
    <message>
        <source>昨天 {time}</source>
        <translation>Yesterday {time}</translation>
    </message>
    <message>
        <source>{time} 登记</source>
        <translation>Reg. {time}</translation>
    </message>
    <message>
        <source>{step}至 {unit}</source>
        <translation>{step} to {unit}</translation>
    </message>
    <message>
        <source>{stage}：{words}</source>
        <translation>{stage}: {words}</translation>
    </message>
    <message>
        <source>{name} · {unit}</source>
        <translation>{name} · {unit}</translation>
    </message>
    <message>
        <source>加急</source>
        <translation>Priority</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} h</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>已挂起</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>超期办结</source>
        <translation>Closed late</translation>
    </message>
    <message>
        <source>按时办结</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>随主件办理</source>
        <translation>With main case</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>反映人</source>
        <translation>Caller</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>村社网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>下次续报</source>
        <translation>Next follow-up</translation>
    </message>
    <message>
        <source>延期申请</source>
        <translation>Extension asked</translation>
    </message>
    <message>
        <source>参与单位</source>
        <translation>Other units</translation>
    </message>
    <message>
        <source>处置结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>领导批示</source>
        <translation>Leader&apos;s instruction</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason to void</translation>
    </message>
    <message>
        <source>{moment} 前，{span}</source>
        <translation>By {moment}, {span}</translation>
    </message>
    <message>
        <source>{n} 天，{state}</source>
        <translation>{n} days, {state}</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
    <message>
        <source>{part}：{unit}</source>
        <translation>{part}: {unit}</translation>
    </message>
    <message>
        <source>{kind} · 第 {week} 周</source>
        <translation>{kind} · week {week}</translation>
    </message>
    <message>
        <source>签到、通报缺席</source>
        <translation>Roll call, absences</translation>
    </message>
    <message>
        <source>上次议定事项落实</source>
        <translation>Last agreed items</translation>
    </message>
    <message>
        <source>本周概况</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>排名与短板通报</source>
        <translation>Rankings, weak points</translation>
    </message>
    <message>
        <source>超期件</source>
        <translation>Overdue cases</translation>
    </message>
    <message>
        <source>督办情况</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>重大疑难会商</source>
        <translation>Major and hard cases</translation>
    </message>
    <message>
        <source>下周研判与重点</source>
        <translation>Outlook, focus next week</translation>
    </message>
    <message>
        <source>领导部署</source>
        <translation>Leader&apos;s remarks</translation>
    </message>
    <message>
        <source>议定事项宣读确认</source>
        <translation>Read out agreed items</translation>
    </message>
    <message>
        <source>已兑现</source>
        <translation>Kept</translation>
    </message>
    <message>
        <source>未兑现</source>
        <translation>Not kept</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>超期 {n} 个工作日</source>
        <translation>{n} workdays overdue</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>{date} 到期</source>
        <translation>Due {date}</translation>
    </message>
    <message>
        <source>{day} 周{weekday} {time}</source>
        <translation>{day} {weekday} {time}</translation>
    </message>
    <message>
        <source>应于 {date} 前办结</source>
        <translation>Close by {date}</translation>
    </message>
    <message>
        <source>已催办 {n} 次</source>
        <translation>Reminded {n} times</translation>
    </message>
    <message>
        <source>退回 {n} 次</source>
        <translation>Returned {n} times</translation>
    </message>
    <message>
        <source>延期 {n} 次</source>
        <translation>Extended {n} times</translation>
    </message>
    <message>
        <source>{n} 次例会未完成</source>
        <translation>Missed at {n} meetings</translation>
    </message>
    <message>
        <source>{n} 次例会未完成，可建议普通督办</source>
        <translation>Missed at {n} meetings; ordinary supervision possible</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>讨论中</source>
        <translation>Discussed now</translation>
    </message>
    <message>
        <source>处置前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>处置后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>现场</source>
        <translation>Scene</translation>
    </message>
    <message>
        <source>图片太大（{width}×{height} 像素），不在这里显示。请另存后用看图程序打开。</source>
        <translation>The picture is too large ({width}×{height} pixels) to be shown here. Save it and open it in a picture viewer.</translation>
    </message>
    <message>
        <source>图片已损坏或不是能识别的格式，无法显示。可以另存原文件。</source>
        <translation>The picture is damaged or of an unknown format and cannot be shown. The original file can be saved.</translation>
    </message>
    <message>
        <source>已议定</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>拟议</source>
        <translation>Proposed</translation>
    </message>
    <message>
        <source>{street}{kind}</source>
        <translation>{street} {kind}</translation>
    </message>
    <message>
        <source>第 {week} 周</source>
        <translation>Week {week}</translation>
    </message>
    <message>
        <source>{source} {day}</source>
        <translation>{source} {day}</translation>
    </message>
    <message>
        <source>应于 {date} 办结</source>
        <translation>Was due {date}</translation>
    </message>
    <message>
        <source>今日状态</source>
        <translation>State today</translation>
    </message>
    <message>
        <source>还没有办理反馈</source>
        <translation>No report yet</translation>
    </message>
    <message>
        <source>第 {week} 周例会 · {date} 前</source>
        <translation>Meeting of week {week} · by {date}</translation>
    </message>
    <message>
        <source>上周承诺</source>
        <translation>Last promise</translation>
    </message>
    <message>
        <source>{date} 前</source>
        <translation>by {date}</translation>
    </message>
    <message>
        <source>{code} · 第 {week} 周例会议定</source>
        <translation>{code} · agreed in week {week}</translation>
    </message>
    <message>
        <source>连续 {n} 次例会逾期</source>
        <translation>Overdue at {n} meetings running</translation>
    </message>
    <message>
        <source>时限 {date}</source>
        <translation>Due {date}</translation>
    </message>
    <message>
        <source>责任单位还没有反馈</source>
        <translation>The responsible unit has not reported</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>超期清单</source>
        <translation>Overdue cases</translation>
    </message>
    <message>
        <source>没有超期件</source>
        <translation>Nothing is overdue</translation>
    </message>
    <message>
        <source>{status} {n}</source>
        <translation>{status} {n}</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>还没有点名</source>
        <translation>No roll call yet</translation>
    </message>
    <message>
        <source>{code} · {unit} · {date} 前</source>
        <translation>{code} · {unit} · by {date}</translation>
    </message>
    <message>
        <source>共 {n} 项</source>
        <translation>{n} agreements</translation>
    </message>
    <message>
        <source>这次例会还没有议定事项</source>
        <translation>Nothing agreed at this meeting yet</translation>
    </message>
    <message>
        <source>没有可算的事件</source>
        <translation>No case to reckon with</translation>
    </message>
    <message>
        <source>件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>上周没有可比的数</source>
        <translation>Nothing to compare last week</translation>
    </message>
    <message>
        <source>与上周持平</source>
        <translation>As last week</translation>
    </message>
    <message>
        <source>{n} 个点</source>
        <translation>{n} points</translation>
    </message>
    <message>
        <source>比上周高 {n}</source>
        <translation>{n} above last week</translation>
    </message>
    <message>
        <source>比上周低 {n}</source>
        <translation>{n} below last week</translation>
    </message>
    <message>
        <source>本周按时办结率</source>
        <translation>Closed on time this week</translation>
    </message>
    <message>
        <source>本周没有应办结的事件</source>
        <translation>Nothing was due this week</translation>
    </message>
    <message>
        <source>{done} / {n} 件</source>
        <translation>{done} / {n} cases</translation>
    </message>
    <message>
        <source>{day} 处置前</source>
        <translation>{day} before</translation>
    </message>
    <message>
        <source>{day} 现状</source>
        <translation>{day} now</translation>
    </message>
    <message>
        <source>试算 {name}</source>
        <translation>Trial of {name}</translation>
    </message>
    <message>
        <source>导入 {name}</source>
        <translation>Import of {name}</translation>
    </message>
    <message>
        <source>导出 {name}</source>
        <translation>Export of {name}</translation>
    </message>
    <message>
        <source>打印 {name}</source>
        <translation>Printing of {name}</translation>
    </message>
    <message>
        <source>正在停止……</source>
        <translation>Stopping …</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>正在写入</source>
        <translation>Writing</translation>
    </message>
    <message>
        <source>正在整理未导入的行</source>
        <translation>Listing the rows left out</translation>
    </message>
    <message>
        <source>正在生成文书</source>
        <translation>Making papers</translation>
    </message>
    <message>
        <source>正在试算</source>
        <translation>Trying</translation>
    </message>
    <message>
        <source>正在准备</source>
        <translation>Starting</translation>
    </message>
    <message>
        <source>{what} {done} / {total}</source>
        <translation>{what} {done} / {total}</translation>
    </message>
    <message>
        <source>{what} {done}</source>
        <translation>{what} {done}</translation>
    </message>
    <message>
        <source>{words} · 每秒 {speed} · 还要 {left}</source>
        <translation>{words} · {speed}/s · {left} left</translation>
    </message>
    <message>
        <source>{n} 秒</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>{n} 分 {rest} 秒</source>
        <translation>{n} min {rest} s</translation>
    </message>
    <message>
        <source>{n} 小时 {rest} 分</source>
        <translation>{n} h {rest} min</translation>
    </message>
    <message>
        <source>{words}停止前完成的 {n} 件都在。</source>
        <translation>{words} The {n} done before are kept.</translation>
    </message>
    <message>
        <source>已停止：完成的 {n} 件都在，其余没有改动。</source>
        <translation>Stopped: the {n} done are kept, nothing else has changed.</translation>
    </message>
    <message>
        <source>已停止，什么都没有写入。</source>
        <translation>Stopped, nothing was written.</translation>
    </message>
    <message>
        <source>可以导入 {good}，不能导入 {bad}</source>
        <translation>{good} can be imported, {bad} cannot</translation>
    </message>
    <message>
        <source>已写出 {good} 件</source>
        <translation>{good} written</translation>
    </message>
    <message>
        <source>成功 {good}，失败 {bad}</source>
        <translation>{good} done, {bad} failed</translation>
    </message>
    <message>
        <source>{action}（{n} 件）</source>
        <translation>{action} ({n} cases)</translation>
    </message>
    <message>
        <source>共 {n} 步 · 用时 {span}</source>
        <translation>{n} steps · took {span}</translation>
    </message>
    <message>
        <source>已延期 {n} 工作日</source>
        <translation>extended by {n} working days</translation>
    </message>
    <message>
        <source>超过时限</source>
        <translation>Deadline passed</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>待发-{n}</source>
        <translation>UNSENT-{n}</translation>
    </message>
    <message>
        <source>服务器没有应答，已存在本机：临时编号 {number}，连上后自动发送并给出正式编号</source>
        <translation>The server did not answer. Kept on this computer as {number} (provisional); it is sent by itself and gets its number when the server is back</translation>
    </message>
    <message>
        <source>{number} 已放回表中，请改好后重新保存。服务器没有收下：{why}</source>
        <translation>{number} is in the form again; mend it and save. The server did not take it: {why}</translation>
    </message>
    <message>
        <source>{time} 登记：{told}</source>
        <translation>{time}: {told}</translation>
    </message>
    <message>
        <source>{name} {step}</source>
        <translation>{name}: {step}</translation>
    </message>
    <message>
        <source>已登记，正式编号 {number}</source>
        <translation>Registered as {number}</translation>
    </message>
    <message>
        <source>服务器没有收下：{why}</source>
        <translation>Not taken by the server: {why}</translation>
    </message>
    <message>
        <source>正在发送……</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>已存在本机，等服务器连上</source>
        <translation>Kept here until the server is back</translation>
    </message>
    <message>
        <source>{n} 件待发，{refused} 件待修改，{sent} 件已发送</source>
        <translation>{n} waiting, {refused} to be mended, {sent} sent</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>新建账号</source>
        <translation>New account</translation>
    </message>
    <message>
        <source>初始密码当面告诉本人，第一次登录时必须改成自己的。</source>
        <translation>Tell the person the first password face to face; it must be changed at the first sign-on.</translation>
    </message>
    <message>
        <source>姓名；名单上没有的直接写</source>
        <translation>Name; write a new one as it is</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>名称或拼音首字母</source>
        <translation>Name or pinyin initials</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>小写字母和数字，如工号</source>
        <translation>Lower-case letters and digits</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>初始密码</source>
        <translation>First password</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>至少 10 位，含三种字符</source>
        <translation>At least 10 characters of three kinds</translation>
    </message>
    <message>
        <source>代班时填；到时自动失效</source>
        <translation>For substitutes; ends by itself</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
    <message>
        <source>请写日期和时间，如 11-30 17:30</source>
        <translation>Write a date and time, such as 11-30 17:30</translation>
    </message>
</context>
<context>
    <name>AccountKeeping</name>
    <message>
        <source>已新建账号 {login}</source>
        <translation>Account {login} created</translation>
    </message>
    <message>
        <source>已重设 {login} 的密码</source>
        <translation>Password of {login} reset</translation>
    </message>
</context>
<context>
    <name>AccountsView</name>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>停用账号</source>
        <translation>Disable account</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>角色</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>停用账号 {name}？</source>
        <translation>Disable the account {name}?</translation>
    </message>
    <message>
        <source>停用后不能再登录；已经办过的事件和记录不受影响，随时可以重新启用。</source>
        <translation>It can no longer sign on; its cases and records stay, and it can be enabled again at any time.</translation>
    </message>
    <message>
        <source>启用账号 {name}？</source>
        <translation>Enable the account {name}?</translation>
    </message>
    <message>
        <source>启用后可以用原来的密码登录。</source>
        <translation>It can sign on with its old password.</translation>
    </message>
    <message>
        <source>已停用 {login}</source>
        <translation>{login} disabled</translation>
    </message>
    <message>
        <source>已启用 {login}</source>
        <translation>{login} enabled</translation>
    </message>
    <message>
        <source>{n} 个，启用 {on} 个</source>
        <translation>{n} accounts, {on} enabled</translation>
    </message>
    <message>
        <source>启用账号</source>
        <translation>Enable account</translation>
    </message>
    <message>
        <source>未设</source>
        <translation>Not set</translation>
    </message>
    <message>
        <source>首次登录须改</source>
        <translation>Change at sign-on</translation>
    </message>
    <message>
        <source>已设</source>
        <translation>Set</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>重设密码</source>
        <translation>Reset password</translation>
    </message>
    <message>
        <source>新建账号</source>
        <translation>New account</translation>
    </message>
</context>
<context>
    <name>AddItemDialog</name>
    <message>
        <source>新增临时事项</source>
        <translation>Add temporary item</translation>
    </message>
    <message>
        <source>临时事项到期自动失效；到期前登记的事件照常办理。</source>
        <translation>A temporary item lapses by itself; cases registered before are handled as usual.</translation>
    </message>
    <message>
        <source>如 台风灾后隐患排查</source>
        <translation>e.g. hazard check after typhoon</translation>
    </message>
    <message>
        <source>事项名称</source>
        <translation>Item name</translation>
    </message>
    <message>
        <source>如 LS01</source>
        <translation>e.g. LS01</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>所属大类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>大类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>名称或拼音首字母</source>
        <translation>Name or pinyin initials</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>到哪天止</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>批准文号或会议</source>
        <translation>Approval or meeting</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation>workdays</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>办理时限（{unit}）</source>
        <translation>Time limit ({unit})</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
</context>
<context>
    <name>AgendaCard</name>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>议程进度</source>
        <translation>Progress of the agenda</translation>
    </message>
    <message>
        <source>换件</source>
        <translation>Change case</translation>
    </message>
    <message>
        <source>换议程</source>
        <translation>Change entry</translation>
    </message>
    <message>
        <source>已议 {done} / {all} 件</source>
        <translation>{done} / {all} discussed</translation>
    </message>
</context>
<context>
    <name>AgendaList</name>
    <message>
        <source>议程</source>
        <translation>Agenda</translation>
    </message>
</context>
<context>
    <name>AgreedCard</name>
    <message>
        <source>本次议定</source>
        <translation>Agreed this time</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>双击修改 · Del 撤销（留痕）</source>
        <translation>Double-click to edit · Del withdraws (recorded)</translation>
    </message>
    <message>
        <source>看督办单</source>
        <translation>See supervision notice</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n} items</translation>
    </message>
    <message>
        <source>{done} · {code}</source>
        <translation>{done} · {code}</translation>
    </message>
    <message>
        <source>{code} · {unit} · {day}</source>
        <translation>{code} · {unit} · {day}</translation>
    </message>
    <message>
        <source>还没有议定事项。选一种处理意见，按 Ctrl Enter 确认。</source>
        <translation>Nothing agreed yet. Choose a decision, Ctrl Enter confirms it.</translation>
    </message>
</context>
<context>
    <name>AlarmBell</name>
    <message>
        <source>到期报警（Ctrl+B）</source>
        <translation>Deadline alarm (Ctrl+B)</translation>
    </message>
    <message>
        <source>报警声 关</source>
        <translation>Alarm off</translation>
    </message>
    <message>
        <source>报警声 开</source>
        <translation>Alarm on</translation>
    </message>
    <message>
        <source>没有播放工具，报警只响提示音</source>
        <translation>No player found; the alarm only beeps</translation>
    </message>
</context>
<context>
    <name>AlarmStrip</name>
    <message>
        <source>看事件</source>
        <translation>Show cases</translation>
    </message>
    <message>
        <source>确认收到</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>{kind} · 等待确认</source>
        <translation>{kind} · unconfirmed</translation>
    </message>
    <message>
        <source>{time} 起报警</source>
        <translation>alarm since {time}</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
</context>
<context>
    <name>AlarmsDialog</name>
    <message>
        <source>到期报警</source>
        <translation>Deadline alarm</translation>
    </message>
    <message>
        <source>{loud} 件等待确认，共 {n} 件临期或超期</source>
        <translation>{loud} wait to be confirmed; {n} nearly due or overdue</translation>
    </message>
    <message>
        <source>没有临期和超期的事件。可到「我的待办」继续办理。</source>
        <translation>Nothing is nearly due or overdue. Go on under “My tasks”.</translation>
    </message>
    <message>
        <source>报警音量</source>
        <translation>Alarm volume</translation>
    </message>
    <message>
        <source>静音</source>
        <translation>Mute</translation>
    </message>
    <message>
        <source>轻</source>
        <translation>Soft</translation>
    </message>
    <message>
        <source>中</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>响</source>
        <translation>Loud</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>选行</source>
        <translation>Choose row</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{n} 分钟后再提醒</source>
        <translation>Again in {n} min</translation>
    </message>
    <message>
        <source>确认收到</source>
        <translation>Confirm</translation>
    </message>
    <message>
        <source>全部确认</source>
        <translation>Confirm all</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>到期的时限</source>
        <translation>Deadline reached</translation>
    </message>
    <message>
        <source>报警自</source>
        <translation>Alarm since</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>等待确认</source>
        <translation>To be confirmed</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>{time} 再提醒</source>
        <translation>Again at {time}</translation>
    </message>
</context>
<context>
    <name>AttendanceCard</name>
    <message>
        <source>出席情况</source>
        <translation>Attendance</translation>
    </message>
    <message>
        <source>点名</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>出席名单</source>
        <translation>Attendance list</translation>
    </message>
    <message>
        <source>{status} {n}</source>
        <translation>{status} {n}</translation>
    </message>
    <message>
        <source>还没有点名</source>
        <translation>No roll call yet</translation>
    </message>
</context>
<context>
    <name>BatchPrinter</name>
    <message>
        <source>没有等待打印的通知单；签发编号以后再打印。</source>
        <translation>No notice waits to be printed; issue one with its number first.</translation>
    </message>
    <message>
        <source>上一批还在打印，按 F12 查看。</source>
        <translation>The last batch is still printing; see F12.</translation>
    </message>
    <message>
        <source>{n} 份已签发、未打印的通知单</source>
        <translation>{n} notices issued and not printed yet</translation>
    </message>
    <message>
        <source>{n} 份督办通知单</source>
        <translation>{n} supervision notices</translation>
    </message>
    <message>
        <source>PDF 文件</source>
        <translation>PDF files</translation>
    </message>
    <message>
        <source>正在成批打印 {n} 份，可以接着做别的；按 F12 看进度。</source>
        <translation>Printing {n} in a batch; you can go on working. F12 shows the progress.</translation>
    </message>
</context>
<context>
    <name>BulletinWriter</name>
    <message>
        <source>督办通报</source>
        <translation>Bulletin</translation>
    </message>
    <message>
        <source>按签发日期统计各单位督办、销号和逾期情况。</source>
        <translation>Counts notices, struck off and overdue, by unit and day of issue.</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>签发日起</source>
        <translation>Issued from</translation>
    </message>
    <message>
        <source>签发日止</source>
        <translation>Issued to</translation>
    </message>
</context>
<context>
    <name>CalendarHistoryDialog</name>
    <message>
        <source>日历改动记录</source>
        <translation>Changes of the calendar</translation>
    </message>
    <message>
        <source>还没有改过，都按公布的安排。</source>
        <translation>Nothing changed yet; all is as announced.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>修改人</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>重算</source>
        <translation>Recalculated</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>按公布的安排</source>
        <translation>As announced</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Work</translation>
    </message>
    <message>
        <source>休息</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n} cases</translation>
    </message>
</context>
<context>
    <name>CalendarView</name>
    <message>
        <source>工作日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>上一年</source>
        <translation>Year before</translation>
    </message>
    <message>
        <source>下一年</source>
        <translation>Year after</translation>
    </message>
    <message>
        <source>点一天，或用方向键选好按回车，可以改成上班或休息</source>
        <translation>Click a day, or choose it with the arrow keys and press Enter, to make it a workday or a day off</translation>
    </message>
    <message>
        <source>{year} 年工作日历</source>
        <translation>Working calendar {year}</translation>
    </message>
    <message>
        <source>{n} 个工作日，其中调休上班 {make_up} 天</source>
        <translation>{n} workdays, {make_up} of them make-up days</translation>
    </message>
    <message>
        <source>{year} 年的放假安排还没有公布或没有录入：现在按周一至周五计算时限，公布后请补录。</source>
        <translation>The holidays of {year} are not announced or not entered: limits count Monday to Friday for now; enter them when announced.</translation>
    </message>
    <message>
        <source>工作日历已保存</source>
        <translation>Working calendar saved</translation>
    </message>
    <message>
        <source>● 街道自定</source>
        <translation>● Set by the street</translation>
    </message>
    <message>
        <source>工作日历已保存，重算了 {n} 件事件的时限</source>
        <translation>Working calendar saved; deadlines of {n} cases recalculated</translation>
    </message>
    <message>
        <source>改动记录</source>
        <translation>Changes</translation>
    </message>
</context>
<context>
    <name>CaseActing</name>
    <message>
        <source>添加附件</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>照片和文件 (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)</source>
        <translation>Photos and files (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)</translation>
    </message>
    <message>
        <source>{number} 已{action}</source>
        <translation>{number}: {action} done</translation>
    </message>
    <message>
        <source>已添加 {name}</source>
        <translation>{name} added</translation>
    </message>
</context>
<context>
    <name>CaseActionDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>单位名称或拼音首字母</source>
        <translation>Unit name or pinyin initials</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>协办单位</source>
        <translation>Assisting units</translation>
    </message>
    <message>
        <source>抄告单位</source>
        <translation>Units informed</translation>
    </message>
    <message>
        <source>可填多个，用顿号分开</source>
        <translation>Several, parted by commas</translation>
    </message>
    <message>
        <source>办结时限</source>
        <translation>Closing deadline</translation>
    </message>
    <message>
        <source>办结时限（不填则按事项时限计算）</source>
        <translation>Closing deadline (empty: by the item&apos;s limit)</translation>
    </message>
    <message>
        <source>交办要求</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>建议改派单位</source>
        <translation>Suggested unit</translation>
    </message>
    <message>
        <source>整数，最多 {n}</source>
        <translation>Whole number, at most {n}</translation>
    </message>
    <message>
        <source>延期天数</source>
        <translation>Days of extension</translation>
    </message>
    <message>
        <source>延期工作日数</source>
        <translation>Workdays of extension</translation>
    </message>
    <message>
        <source>代为办结的理由</source>
        <translation>Reason to close for the unit</translation>
    </message>
    <message>
        <source>目前进展和预计完成时间</source>
        <translation>Progress so far and when it will be done</translation>
    </message>
    <message>
        <source>复核日期</source>
        <translation>Review day</translation>
    </message>
    <message>
        <source>群众意见</source>
        <translation>What the people say</translation>
    </message>
    <message>
        <source>催办方式</source>
        <translation>Kind of reminder</translation>
    </message>
    <message>
        <source>接听人</source>
        <translation>Spoke with</translation>
    </message>
    <message>
        <source>完整的事件编号</source>
        <translation>Full case number</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
    <message>
        <source>没有找到单位：{names}</source>
        <translation>Units not found: {names}</translation>
    </message>
    <message>
        <source>保留我填写的内容</source>
        <translation>Keep mine</translation>
    </message>
</context>
<context>
    <name>CaseButtons</name>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
</context>
<context>
    <name>CaseFiles</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>无法显示</source>
        <translation>Cannot be shown</translation>
    </message>
    <message>
        <source>另存 {name}</source>
        <translation>Save {name} as</translation>
    </message>
    <message>
        <source>{number} 的照片</source>
        <translation>Photos of {number}</translation>
    </message>
    <message>
        <source>这台电脑没有能打开这种文件的程序，请另存后处理。</source>
        <translation>No program on this computer opens such files. Please save it instead.</translation>
    </message>
    <message>
        <source>另存附件</source>
        <translation>Save file as</translation>
    </message>
    <message>
        <source>{name}，{size}</source>
        <translation>{name}, {size}</translation>
    </message>
    <message>
        <source>所有文件 (*)</source>
        <translation>All files (*)</translation>
    </message>
    <message>
        <source>已保存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
</context>
<context>
    <name>CaseHead</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>{source} {time}</source>
        <translation>{source} {time}</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>反映人</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>第 {week} 周例会 · {unit}{person}承诺 {date} 前</source>
        <translation>Meeting of week {week} · {unit}{person} promised by {date}</translation>
    </message>
    <message>
        <source>上周承诺</source>
        <translation>Last promise</translation>
    </message>
    <message>
        <source>今日状态</source>
        <translation>State today</translation>
    </message>
    <message>
        <source>还没有办理反馈</source>
        <translation>No report yet</translation>
    </message>
</context>
<context>
    <name>CaseMeanwhile</name>
    <message>
        <source>这件事在您打开后有了变化。您填写的内容都在，还没有保存。</source>
        <translation>This case changed after you opened it. What you wrote is still here and not saved yet.</translation>
    </message>
    <message>
        <source>这件事在您打开后有了变化，现在不能再{action}。您填写的内容都在，需要的可以复制，然后按 Esc 关闭。</source>
        <translation>This case changed after you opened it; “{action}” is no longer possible. What you wrote is still here: copy what you need, then press Esc.</translation>
    </message>
</context>
<context>
    <name>CaseOthers</name>
    <message>
        <source>您在另一台电脑（{desk}）上也打开着这件事，{since} 起</source>
        <translation>You have this case open on another computer too ({desk}), since {since}</translation>
    </message>
    <message>
        <source>{name}（{unit}）也打开着这件事：{desk}，{since} 起</source>
        <translation>{name} ({unit}) has this case open too: {desk}, since {since}</translation>
    </message>
</context>
<context>
    <name>CasePanel</name>
    <message>
        <source>选一件事件，在这里看详情和流转记录</source>
        <translation>Choose a case to see its details and history here</translation>
    </message>
    <message>
        <source>事件详情</source>
        <translation>Case details</translation>
    </message>
    <message>
        <source>流转记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>收起，回到列表（Esc）</source>
        <translation>Close and go back to the list (Esc)</translation>
    </message>
    <message>
        <source>打印办理单（Ctrl P）</source>
        <translation>Print the case sheet (Ctrl P)</translation>
    </message>
</context>
<context>
    <name>CasePlace</name>
    <message>
        <source>上一件事件</source>
        <translation>Previous case</translation>
    </message>
    <message>
        <source>下一件事件</source>
        <translation>Next case</translation>
    </message>
</context>
<context>
    <name>CasePrinting</name>
    <message>
        <source>打印事件清单</source>
        <translation>Print the case list</translation>
    </message>
    <message>
        <source>打印办理单 {number}</source>
        <translation>Print case sheet {number}</translation>
    </message>
    <message>
        <source>正在送往打印机 {printer}……</source>
        <translation>Sending to printer {printer}…</translation>
    </message>
    <message>
        <source>{n} 页已送往打印机 {printer}</source>
        <translation>{n} pages sent to printer {printer}</translation>
    </message>
    <message>
        <source>导出 PDF</source>
        <translation>Export PDF</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>已保存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
</context>
<context>
    <name>CaseRelated</name>
    <message>
        <source>相关事件</source>
        <translation>Related cases</translation>
    </message>
    <message>
        <source>最近 {n} 件</source>
        <translation>Latest {n}</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>打开 {number}</source>
        <translation>Open {number}</translation>
    </message>
    <message>
        <source>{ways} · {state} · {title}</source>
        <translation>{ways} · {state} · {title}</translation>
    </message>
</context>
<context>
    <name>ClosingDialog</name>
    <message>
        <source>宣读确认</source>
        <translation>Read out</translation>
    </message>
    <message>
        <source>宣读确认并生成纪要</source>
        <translation>Read out and make the minutes</translation>
    </message>
    <message>
        <source>会议结束后纪要不再改动。</source>
        <translation>Once the meeting ends, the minutes are fixed.</translation>
    </message>
    <message>
        <source>还有 {n} 件没有议到，提请上会的和缓议的留待下次。会议结束后纪要不再改动。</source>
        <translation>{n} cases were not reached; those put forward or put off wait for next time. Once the meeting ends, the minutes are fixed.</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Agreed items</translation>
    </message>
    <message>
        <source>全部已宣读</source>
        <translation>All read out</translation>
    </message>
    <message>
        <source>本次会议没有议定事项。</source>
        <translation>Nothing was agreed at this meeting.</translation>
    </message>
    <message>
        <source>会议意见</source>
        <translation>Views of the meeting</translation>
    </message>
    <message>
        <source>下周工作重点</source>
        <translation>Focus next week</translation>
    </message>
    <message>
        <source>领导讲话</source>
        <translation>Leader&apos;s remarks</translation>
    </message>
    <message>
        <source>继续开会</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>结束会议，生成纪要</source>
        <translation>End meeting, make minutes</translation>
    </message>
    <message>
        <source>{n} 项 · 已宣读 {done}</source>
        <translation>{n} items · {done} read out</translation>
    </message>
    <message>
        <source>还有 {n} 项没有宣读。</source>
        <translation>{n} items not read out yet.</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>显示哪些列</source>
        <translation>Which columns</translation>
    </message>
    <message>
        <source>空格勾选，Alt ↑ ↓ 调整次序；宽度不填则用默认。放不下的列从后往前省略。</source>
        <translation>Space ticks, Alt ↑ ↓ moves; an empty width is the usual one. Columns without room are left out, the last first.</translation>
    </message>
    <message>
        <source>这一列前移</source>
        <translation>Move column forward</translation>
    </message>
    <message>
        <source>这一列后移</source>
        <translation>Move column back</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Back to default</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>显示这些列</source>
        <translation>Show these columns</translation>
    </message>
    <message>
        <source>宽度请填 {least} 到 {most} 的整数，或不填。</source>
        <translation>Enter a whole number from {least} to {most} as width, or nothing.</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>命令面板</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>页面、操作、事件编号或内容，拼音首字母也行</source>
        <translation>Pages, actions, case number or text; pinyin initials too</translation>
    </message>
    <message>
        <source>在台账中搜索“{words}”</source>
        <translation>Search the ledger for “{words}”</translation>
    </message>
</context>
<context>
    <name>ConflictBox</name>
    <message>
        <source>项目</source>
        <translation>Field</translation>
    </message>
    <message>
        <source>您打开时</source>
        <translation>When you opened it</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>谁改的</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>改动的内容</source>
        <translation>What was changed</translation>
    </message>
</context>
<context>
    <name>DateTimeField</name>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>如 11-27 17:30、明天 9点、周五</source>
        <translation>e.g. 11-27 17:30</translation>
    </message>
    <message>
        <source>如 11-27、周五、+3</source>
        <translation>e.g. 11-27, +3</translation>
    </message>
    <message>
        <source>打开日历</source>
        <translation>Open the calendar</translation>
    </message>
    <message>
        <source>时间栏：打开日历</source>
        <translation>Time field: open the calendar</translation>
    </message>
    <message>
        <source>时间栏：后一天</source>
        <translation>Time field: day after</translation>
    </message>
    <message>
        <source>时间栏：前一天</source>
        <translation>Time field: day before</translation>
    </message>
</context>
<context>
    <name>DayDialog</name>
    <message>
        <source>按公布的安排</source>
        <translation>As announced</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Workday</translation>
    </message>
    <message>
        <source>休息</source>
        <translation>Day off</translation>
    </message>
    <message>
        <source>这一天</source>
        <translation>This day</translation>
    </message>
    <message>
        <source>如 台风停工</source>
        <translation>e.g. closed for typhoon</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>连续到</source>
        <translation>Through</translation>
    </message>
    <message>
        <source>不填只改这一天</source>
        <translation>Empty: this day only</translation>
    </message>
    <message>
        <source>保存并重算</source>
        <translation>Save and recalculate</translation>
    </message>
    <message>
        <source>选上班或休息，先看在办事件的哪些时限会变。</source>
        <translation>Choose work or rest to see which deadlines of open cases would move.</translation>
    </message>
    <message>
        <source>事件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>原时限</source>
        <translation>Old deadline</translation>
    </message>
    <message>
        <source>新时限</source>
        <translation>New deadline</translation>
    </message>
    <message>
        <source>会变的时限</source>
        <translation>Deadlines that move</translation>
    </message>
    <message>
        <source>按新日历重算</source>
        <translation>Recalculate by the new calendar</translation>
    </message>
    <message>
        <source>保持原时限</source>
        <translation>Keep the old deadlines</translation>
    </message>
    <message>
        <source>已经算好的时限</source>
        <translation>Deadlines already set</translation>
    </message>
    <message>
        <source>请填这一天以后的日期，最多 {most} 天</source>
        <translation>Enter a day after this one, {most} days at most</translation>
    </message>
    <message>
        <source>在办事件的时限都不会变。</source>
        <translation>No deadline of an open case would move.</translation>
    </message>
    <message>
        <source>{cases} 件在办事件的 {n} 个时限会变。</source>
        <translation>{n} deadlines of {cases} open cases would move.</translation>
    </message>
    <message>
        <source>另有 {n} 个时限由人指定或挂起过，不自动改，请逐件看。</source>
        <translation>{n} more were set by a person or interrupted; they are not moved, please look at each.</translation>
    </message>
    <message>
        <source>不自动改</source>
        <translation>Not moved</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>今日录入</source>
        <translation>New today</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>我受理</source>
        <translation>I accepted</translation>
    </message>
    <message>
        <source>我交办</source>
        <translation>I assigned</translation>
    </message>
    <message>
        <source>我核查</source>
        <translation>I verified</translation>
    </message>
    <message>
        <source>我回访</source>
        <translation>I called back</translation>
    </message>
    <message>
        <source>我签收</source>
        <translation>I signed for</translation>
    </message>
    <message>
        <source>我反馈</source>
        <translation>I reported</translation>
    </message>
</context>
<context>
    <name>DecisionForm</name>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
    <message>
        <source>看不懂这个时间，请写成 11-27 17:30</source>
        <translation>This time is not understood; write it like 11-27 17:30</translation>
    </message>
    <message>
        <source>议定</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>请选一种处理意见</source>
        <translation>Choose a decision</translation>
    </message>
    <message>
        <source>处理意见</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>单位名或拼音首字母</source>
        <translation>Unit name or pinyin initials</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible person</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>协办单位</source>
        <translation>Assisting units</translation>
    </message>
    <message>
        <source>议定事项文字</source>
        <translation>Text of the agreed item</translation>
    </message>
    <message>
        <source>如：前后对比照片、书面反馈</source>
        <translation>e.g. photos before and after, written report</translation>
    </message>
    <message>
        <source>成果形式</source>
        <translation>Deliverable</translation>
    </message>
    <message>
        <source>拼音首字母</source>
        <translation>Pinyin initials</translation>
    </message>
    <message>
        <source>3 工作日</source>
        <translation>3 workdays</translation>
    </message>
    <message>
        <source>本周五</source>
        <translation>This Friday</translation>
    </message>
    <message>
        <source>下次例会</source>
        <translation>Next meeting</translation>
    </message>
    <message>
        <source>{n} 字</source>
        <translation>{n} characters</translation>
    </message>
    <message>
        <source>自动起草，可修改 · {n} 字</source>
        <translation>Drafted for you, editable · {n} characters</translation>
    </message>
</context>
<context>
    <name>DeskHandover</name>
    <message>
        <source>{number} {title}</source>
        <translation>{number} {title}</translation>
    </message>
    <message>
        <source>了结上一班交来的事</source>
        <translation>Settle what the last shift left</translation>
    </message>
    <message>
        <source>记为了结</source>
        <translation>Mark settled</translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation>Handling so far</translation>
    </message>
    <message>
        <source>已交班，等对方签字接班</source>
        <translation>Handed over, waiting for their signature</translation>
    </message>
    <message>
        <source>已签字接班</source>
        <translation>Signed, you have taken over</translation>
    </message>
    <message>
        <source>已撤回交班</source>
        <translation>Handover withdrawn</translation>
    </message>
    <message>
        <source>已了结上一班交来的事</source>
        <translation>Settled</translation>
    </message>
</context>
<context>
    <name>DeskLooks</name>
    <message>
        <source>待受理</source>
        <translation>To accept</translation>
    </message>
    <message>
        <source>待交办</source>
        <translation>To assign</translation>
    </message>
    <message>
        <source>待改派</source>
        <translation>To reassign</translation>
    </message>
    <message>
        <source>待签收</source>
        <translation>To sign for</translation>
    </message>
    <message>
        <source>待办理</source>
        <translation>To handle</translation>
    </message>
    <message>
        <source>续报</source>
        <translation>Follow up</translation>
    </message>
    <message>
        <source>待协办</source>
        <translation>To assist</translation>
    </message>
    <message>
        <source>待阅</source>
        <translation>To read</translation>
    </message>
    <message>
        <source>临期</source>
        <translation>Nearly due</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>待核查</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>To call back</translation>
    </message>
    <message>
        <source>延期待批</source>
        <translation>Extensions asked</translation>
    </message>
    <message>
        <source>待复核</source>
        <translation>To review</translation>
    </message>
    <message>
        <source>议定</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>没有待受理的。
按 F2 登记。</source>
        <translation>Nothing to accept.
F2 registers.</translation>
    </message>
    <message>
        <source>没有待交办的。
受理后排到这里。</source>
        <translation>Nothing to assign.
Accepted ones come here.</translation>
    </message>
    <message>
        <source>没有待改派的。
退回的排到这里。</source>
        <translation>Nothing to reassign.
Returned ones come here.</translation>
    </message>
    <message>
        <source>没有待签收的。
新交办的排到这里。</source>
        <translation>Nothing to sign for.
New ones come here.</translation>
    </message>
    <message>
        <source>没有在办的。
签收后排到这里。</source>
        <translation>Nothing in hand.
Signed ones come here.</translation>
    </message>
    <message>
        <source>没有要协办的。</source>
        <translation>Nothing to assist.</translation>
    </message>
    <message>
        <source>没有要阅知的。</source>
        <translation>Nothing to read.</translation>
    </message>
    <message>
        <source>没有临期的。
快到期的排到这里。</source>
        <translation>Nothing nearly due.
What runs out comes here.</translation>
    </message>
    <message>
        <source>没有超期的。</source>
        <translation>Nothing overdue.</translation>
    </message>
    <message>
        <source>没有待核查的。
反馈后排到这里。</source>
        <translation>Nothing to verify.
Reported ones come here.</translation>
    </message>
    <message>
        <source>没有待回访的。
核查后排到这里。</source>
        <translation>Nobody to call.
Verified ones come here.</translation>
    </message>
    <message>
        <source>没有待批的延期。</source>
        <translation>No extension asked.</translation>
    </message>
    <message>
        <source>没有要复核的。</source>
        <translation>Nothing to review.</translation>
    </message>
    <message>
        <source>没有议定事项。
例会定的排到这里。</source>
        <translation>Nothing agreed.
Meetings send it here.</translation>
    </message>
    <message>
        <source>没有要办的</source>
        <translation>Nothing to do</translation>
    </message>
    <message>
        <source>或</source>
        <translation>or</translation>
    </message>
    <message>
        <source>空格：{step}</source>
        <translation>Space: {step}</translation>
    </message>
    <message>
        <source>建议 → {unit}</source>
        <translation>Suggested → {unit}</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>超 {span}</source>
        <translation>{span} over</translation>
    </message>
    <message>
        <source>剩 {span}</source>
        <translation>{span} left</translation>
    </message>
    <message>
        <source>上一班交来</source>
        <translation>From last shift</translation>
    </message>
    <message>
        <source>空格：了结</source>
        <translation>Space: settle</translation>
    </message>
    <message>
        <source>空格：报进展或确认</source>
        <translation>Space: report or confirm</translation>
    </message>
    <message>
        <source>报完成，等确认</source>
        <translation>Done, to confirm</translation>
    </message>
    <message>
        <source>已转督办</source>
        <translation>Now supervised</translation>
    </message>
    <message>
        <source>还没报进展</source>
        <translation>No word yet</translation>
    </message>
    <message>
        <source>{name} {time} 交来</source>
        <translation>from {name}, {time}</translation>
    </message>
    <message>
        <source>了结</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>空格：到督办页办理</source>
        <translation>Space: go to supervision</translation>
    </message>
    <message>
        <source>未编号</source>
        <translation>Not numbered</translation>
    </message>
    <message>
        <source>{level} · {unit}</source>
        <translation>{level} · {unit}</translation>
    </message>
</context>
<context>
    <name>DeskPage</name>
    <message>
        <source>我的待办</source>
        <translation>My tasks</translation>
    </message>
    <message>
        <source>待办各栏</source>
        <translation>Columns of tasks</translation>
    </message>
    <message>
        <source>选栏</source>
        <translation>Choose column</translation>
    </message>
    <message>
        <source>换栏</source>
        <translation>Change column</translation>
    </message>
    <message>
        <source>选卡</source>
        <translation>Choose card</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>办理</source>
        <translation>Handle</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>等我处理 {n} 件</source>
        <translation>{n} wait for me</translation>
    </message>
    <message>
        <source>还有 {n} 件</source>
        <translation>{n} more cases</translation>
    </message>
    <message>
        <source>还有 {n} 项</source>
        <translation>{n} more items</translation>
    </message>
    <message>
        <source>我的待办：{duty}</source>
        <translation>My tasks: {duty}</translation>
    </message>
    <message>
        <source>确认收到这些报警</source>
        <translation>Acknowledge these alarms</translation>
    </message>
    <message>
        <source>上次交接</source>
        <translation>Last handover</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Change shift</translation>
    </message>
    <message>
        <source>没有等您处理的事。遇到新情况随时登记，交给您的会自己排到这里。</source>
        <translation>Nothing waits for you. Register what you see; what is given to you comes here by itself.</translation>
    </message>
    <message>
        <source>登记事件 F2</source>
        <translation>Register F2</translation>
    </message>
    <message>
        <source>没有等您处理的事。交给您的会自己排到这里。</source>
        <translation>Nothing waits for you. What is given to you comes here by itself.</translation>
    </message>
    <message>
        <source>看事件台账</source>
        <translation>See the ledger</translation>
    </message>
    <message>
        <source>还有 {n} 份</source>
        <translation>{n} more</translation>
    </message>
</context>
<context>
    <name>DeskPromises</name>
    <message>
        <source>确认完成</source>
        <translation>Confirm done</translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation>Do not confirm</translation>
    </message>
    <message>
        <source>报进展</source>
        <translation>Report progress</translation>
    </message>
    <message>
        <source>报完成</source>
        <translation>Report done</translation>
    </message>
    <message>
        <source>还没有报过进展</source>
        <translation>no word yet</translation>
    </message>
    <message>
        <source>承诺 {due} 前完成 · 责任人 {name} · 最近：{last}</source>
        <translation>Promised by {due} · {name} answers · last: {last}</translation>
    </message>
    <message>
        <source>{code} {text}</source>
        <translation>{code} {text}</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Agreed items</translation>
    </message>
    <message>
        <source>{code} 已办理</source>
        <translation>{code} handled</translation>
    </message>
</context>
<context>
    <name>DiagnosticsView</name>
    <message>
        <source>正在核查数据完整性……</source>
        <translation>Checking the integrity of the data…</translation>
    </message>
    <message>
        <source>重新检查</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>核查数据完整性</source>
        <translation>Check data integrity</translation>
    </message>
    <message>
        <source>生成支持包…</source>
        <translation>Make support package…</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>只看不改；支持包里没有任何个人信息</source>
        <translation>Changes nothing; the support package holds no personal data</translation>
    </message>
    <message>
        <source>数据文件</source>
        <translation>Data file</translation>
    </message>
    <message>
        <source>速度和数量</source>
        <translation>Speed and amounts</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>屏幕和字体</source>
        <translation>Screens and fonts</translation>
    </message>
    <message>
        <source>最近的日志</source>
        <translation>Latest log</translation>
    </message>
    <message>
        <source>指挥室程序</source>
        <translation>Command room</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>还没有日志。</source>
        <translation>There is no log yet.</translation>
    </message>
    <message>
        <source>数据完整：全部记录、编号、审计链和附件核对无误。</source>
        <translation>The data are sound: all records, numbers, the audit chain and attachments agree.</translation>
    </message>
    <message>
        <source>发现 {n} 处问题，请先备份，再把支持包交给技术支持。</source>
        <translation>{n} problems found. Please back up first, then give the support package to support.</translation>
    </message>
    <message>
        <source>支持包已写到 {path}</source>
        <translation>Support package written to {path}</translation>
    </message>
    <message>
        <source>已加密</source>
        <translation>Encrypted</translation>
    </message>
    <message>
        <source>未加密</source>
        <translation>Not encrypted</translation>
    </message>
    <message>
        <source>只读</source>
        <translation>Read-only</translation>
    </message>
    <message>
        <source>可读写</source>
        <translation>Readable and writable</translation>
    </message>
    <message>
        <source>演练数据</source>
        <translation>Practice data</translation>
    </message>
    <message>
        <source>还没有自动备份</source>
        <translation>No automatic backup yet</translation>
    </message>
    <message>
        <source>{at}，共 {n} 份</source>
        <translation>{at}, {n} in all</translation>
    </message>
    <message>
        <source>位置</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>{size}，另有日志 {log}</source>
        <translation>{size}, with a log of {log}</translation>
    </message>
    <message>
        <source>磁盘剩余</source>
        <translation>Free on disk</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>结构版本</source>
        <translation>Schema version</translation>
    </message>
    <message>
        <source>最近备份</source>
        <translation>Latest backup</translation>
    </message>
    <message>
        <source>数台账</source>
        <translation>Count the ledger</translation>
    </message>
    <message>
        <source>取台账次序</source>
        <translation>Order the ledger</translation>
    </message>
    <message>
        <source>找超期件</source>
        <translation>Find overdue cases</translation>
    </message>
    <message>
        <source>{ms} 毫秒</source>
        <translation>{ms} ms</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>办理步骤</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>审计记录</source>
        <translation>Audit entries</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>单位自备</source>
        <translation>Office&apos;s own</translation>
    </message>
    <message>
        <source>系统字体</source>
        <translation>System font</translation>
    </message>
    <message>
        <source>内置字体</source>
        <translation>Built-in font</translation>
    </message>
    <message>
        <source>屏幕 {n}</source>
        <translation>Screen {n}</translation>
    </message>
    <message>
        <source>打印 {role}</source>
        <translation>Print {role}</translation>
    </message>
</context>
<context>
    <name>DraftOffer</name>
    <message>
        <source>恢复草稿</source>
        <translation>Restore draft</translation>
    </message>
    <message>
        <source>丢弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>有一份没有保存的登记（{time}）：{told}</source>
        <translation>There is an unsaved entry ({time}): {told}</translation>
    </message>
</context>
<context>
    <name>DuplicateRadar</name>
    <message>
        <source>按重复登记</source>
        <translation>Register as duplicate</translation>
    </message>
    <message>
        <source>疑似重复 {n} 件</source>
        <translation>{n} possible duplicates</translation>
    </message>
    <message>
        <source>保存后并入选中的主件，随主件一起办结，不重复统计。</source>
        <translation>Saving joins it to the chosen main case; it is closed with that one and not counted twice.</translation>
    </message>
    <message>
        <source>近 30 天内相似的事件，仅作提醒，不影响保存。</source>
        <translation>Similar cases of the last 30 days, for information; saving is not affected.</translation>
    </message>
    <message>
        <source>同一号码</source>
        <translation>Same number</translation>
    </message>
    <message>
        <source>同一地点</source>
        <translation>Same place</translation>
    </message>
    <message>
        <source>描述相近</source>
        <translation>Similar text</translation>
    </message>
    <message>
        <source>同一类别</source>
        <translation>Same item</translation>
    </message>
    <message>
        <source>同一网格</source>
        <translation>Same grid</translation>
    </message>
    <message>
        <source>24 小时内</source>
        <translation>Within 24 hours</translation>
    </message>
</context>
<context>
    <name>DutyCard</name>
    <message>
        <source>办下一步</source>
        <translation>Take the next step</translation>
    </message>
    <message>
        <source>打开事件</source>
        <translation>Open the case</translation>
    </message>
    <message>
        <source>同栏上一件</source>
        <translation>Card above</translation>
    </message>
    <message>
        <source>同栏下一件</source>
        <translation>Card below</translation>
    </message>
    <message>
        <source>左边一栏</source>
        <translation>Column on the left</translation>
    </message>
    <message>
        <source>右边一栏</source>
        <translation>Column on the right</translation>
    </message>
    <message>
        <source>到第几栏</source>
        <translation>Go to this column</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>复制详情</source>
        <translation>Copy details</translation>
    </message>
    <message>
        <source>关闭提示</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>您的岗位不能导入或导出事件。</source>
        <translation>Your post may not import or export cases.</translation>
    </message>
    <message>
        <source>您的岗位不能导入事件。</source>
        <translation>Your post may not import cases.</translation>
    </message>
    <message>
        <source>数据文件是只读的，现在不能导入。</source>
        <translation>The data file is read-only; nothing can be imported now.</translation>
    </message>
    <message>
        <source>导入导出</source>
        <translation>Import, export</translation>
    </message>
    <message>
        <source>导入或导出正在进行：结束以后再换界面语言。</source>
        <translation>An import or export is running: change the language when it has ended.</translation>
    </message>
</context>
<context>
    <name>ExportCard</name>
    <message>
        <source>请写明存到哪里。</source>
        <translation>Say where to save it.</translation>
    </message>
    <message>
        <source>导出姓名和电话，请写明用途。</source>
        <translation>Names and phones are exported: give the purpose.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation>Handling so far</translation>
    </message>
    <message>
        <source>录入日期从</source>
        <translation>Registered from</translation>
    </message>
    <message>
        <source>录入日期到</source>
        <translation>Registered to</translation>
    </message>
    <message>
        <source>全部单位；名称或拼音首字母</source>
        <translation>All units; name or pinyin initials</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.csv)</source>
        <translation>Spreadsheets (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>用途，如 区里专项核查</source>
        <translation>Purpose, e.g. district check</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>export</translation>
    </message>
    <message>
        <source>事件台账</source>
        <translation>Case ledger</translation>
    </message>
    <message>
        <source>姓名和电话不打码（记入审计）</source>
        <translation>Names, phones in full (audited)</translation>
    </message>
    <message>
        <source>导出事件</source>
        <translation>Export cases</translation>
    </message>
    <message>
        <source>不限条数 · xlsx 或 csv</source>
        <translation>No limit · xlsx or csv</translation>
    </message>
    <message>
        <source>导出条件</source>
        <translation>What to export</translation>
    </message>
    <message>
        <source>到</source>
        <translation>to</translation>
    </message>
    <message>
        <source>姓名和电话打码后导出；您的岗位看不到明文。</source>
        <translation>Names and phones are masked; your post does not see them in full.</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>姓名和电话已打码</source>
        <translation>names and phones masked</translation>
    </message>
    <message>
        <source>姓名和电话为明文</source>
        <translation>names and phones in full</translation>
    </message>
    <message>
        <source>已导出 {n} 件到 {path}（{masked}）</source>
        <translation>{n} cases exported to {path} ({masked})</translation>
    </message>
    <message>
        <source>已停止导出，没有留下文件。</source>
        <translation>Export stopped, no file left behind.</translation>
    </message>
</context>
<context>
    <name>FieldRow</name>
    <message>
        <source>必填</source>
        <translation>Required</translation>
    </message>
</context>
<context>
    <name>FigureTile</name>
    <message>
        <source>件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>环比</source>
        <translation>Prev. period</translation>
    </message>
    <message>
        <source>同比</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>其中未办结 {n} 件</source>
        <translation>{n} of them open</translation>
    </message>
    <message>
        <source>次回访</source>
        <translation>call-backs</translation>
    </message>
    <message>
        <source>{part} ÷ {whole}</source>
        <translation>{part} ÷ {whole}</translation>
    </message>
</context>
<context>
    <name>FiguresExportDialog</name>
    <message>
        <source>统计报表</source>
        <translation>Figures report</translation>
    </message>
    <message>
        <source>统计明细表</source>
        <translation>Figures table</translation>
    </message>
    <message>
        <source>事项排行</source>
        <translation>Item ranking</translation>
    </message>
    <message>
        <source>站所排名</source>
        <translation>Station ranking</translation>
    </message>
    <message>
        <source>哪一张表</source>
        <translation>Which table</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.csv)</source>
        <translation>Spreadsheets (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>按当前的时期、口径和范围导出，统计报表含六张工作表；每张表下注明口径和截止时间。</source>
        <translation>Exports the period, basis and scope shown; the report has six sheets; basis and cut-off are noted below each.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>export</translation>
    </message>
    <message>
        <source>请写明存到哪里。</source>
        <translation>Say where to save it.</translation>
    </message>
</context>
<context>
    <name>FiguresPage</name>
    <message>
        <source>统计分析</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>导出统计表</source>
        <translation>Export figures</translation>
    </message>
    <message>
        <source>打印统计页</source>
        <translation>Print figures</translation>
    </message>
    <message>
        <source>您的岗位没有查看统计的权限。</source>
        <translation>Your post may not view figures.</translation>
    </message>
    <message>
        <source>总览</source>
        <translation>Overview</translation>
    </message>
    <message>
        <source>明细表</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>显示</source>
        <translation>View</translation>
    </message>
    <message>
        <source>“点”指百分点 · 分母为零显示“—” · 不含草稿、作废和重复件</source>
        <translation>“pt” means percentage points · “—” where the denominator is zero · without drafts, void and duplicate cases</translation>
    </message>
    <message>
        <source>这个数字是零，没有清单。</source>
        <translation>This figure is zero; there is no list.</translation>
    </message>
    <message>
        <source>已导出 {n} 行到 {path}</source>
        <translation>{n} rows exported to {path}</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>文件的完整路径</source>
        <translation>Full path of the file</translation>
    </message>
    <message>
        <source>文件的完整路径，或点右边选择</source>
        <translation>Full path of the file, or choose on the right</translation>
    </message>
    <message>
        <source>另选位置…</source>
        <translation>Choose place…</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose file…</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>选择文件</source>
        <translation>Choose file</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{name} 是空的或超过 {limit}，没有添加。</source>
        <translation>{name} is empty or larger than {limit}; not added.</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>照片和文件 (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)</source>
        <translation>Photos and files (*.jpg *.jpeg *.png *.pdf *.docx *.xlsx)</translation>
    </message>
    <message>
        <source>截图 {time}.png</source>
        <translation>Screenshot {time}.png</translation>
    </message>
    <message>
        <source>{n} 个：{names}</source>
        <translation>{n}: {names}</translation>
    </message>
    <message>
        <source>拖入照片或文件，或按 Ctrl V 粘贴截图，空格选择文件</source>
        <translation>Drop photos or files here, paste a screenshot with Ctrl V, or press Space to choose</translation>
    </message>
</context>
<context>
    <name>FilterPill</name>
    <message>
        <source>{label}：{value}</source>
        <translation>{label}: {value}</translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <source>街道名称或拼音首字母，如 yzjd</source>
        <translation>Street name or pinyin initials, e.g. yzjd</translation>
    </message>
    <message>
        <source>街道</source>
        <translation>Street</translation>
    </message>
    <message>
        <source>指挥室主任姓名</source>
        <translation>Name of the room director</translation>
    </message>
    <message>
        <source>主任姓名</source>
        <translation>Director&apos;s name</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>至少 10 位，含大小写字母、数字、符号中的三种</source>
        <translation>At least 10 characters; three of capitals, small letters, digits, signs</translation>
    </message>
    <message>
        <source>建立街道</source>
        <translation>Set up street</translation>
    </message>
    <message>
        <source>这台电脑上还没有数据。填写后自动建立单位、61 个事项、村社和工作日历；网格在导入台账时自动补齐。</source>
        <translation>This computer holds no data yet. Fill this in, and units, 61 items, communities and the working calendar are set up; grids are added when a ledger is imported.</translation>
    </message>
    <message>
        <source>正在建立……</source>
        <translation>Setting up …</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
    <message>
        <source>两次输入的密码不一样</source>
        <translation>The two passwords differ</translation>
    </message>
</context>
<context>
    <name>FirstStepDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>核对过了，不用改</source>
        <translation>Checked, no change</translation>
    </message>
    <message>
        <source>去登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>现在备份</source>
        <translation>Back up now</translation>
    </message>
    <message>
        <source>打开清单</source>
        <translation>Open the list</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>开始使用</source>
        <translation>First steps</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Put away</translation>
    </message>
    <message>
        <source>已收起。以后按 Ctrl K，输入「开始使用」可以再打开。</source>
        <translation>Put away. Ctrl K and “First steps” bring it back.</translation>
    </message>
    <message>
        <source>开始使用 {done} / {all}</source>
        <translation>First steps {done} / {all}</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>待完成</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>台账备份</source>
        <translation>Ledger backup</translation>
    </message>
    <message>
        <source>备份到</source>
        <translation>Back up to</translation>
    </message>
    <message>
        <source>数据文件 (*.db)</source>
        <translation>Data files (*.db)</translation>
    </message>
    <message>
        <source>正在备份……</source>
        <translation>Backing up …</translation>
    </message>
    <message>
        <source>已备份并验证：{path}</source>
        <translation>Backed up and proven: {path}</translation>
    </message>
</context>
<context>
    <name>FormFlow</name>
    <message>
        <source>下一栏，最后一栏时提交</source>
        <translation>Next field; submit in the last one</translation>
    </message>
    <message>
        <source>上一栏</source>
        <translation>Field before</translation>
    </message>
</context>
<context>
    <name>GridMapPage</name>
    <message>
        <source>您的岗位没有查看地图的权限。</source>
        <translation>Your post may not view the map.</translation>
    </message>
    <message>
        <source>网格地图</source>
        <translation>Grid map</translation>
    </message>
    <message>
        <source>导入边界</source>
        <translation>Import boundaries</translation>
    </message>
    <message>
        <source>缩放</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>看事件</source>
        <translation>Show cases</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>街道还没有村社和网格。请先在“人员与事项”里建立单位。</source>
        <translation>The street has no communities and grids yet. Set them up under “People and items”.</translation>
    </message>
    <message>
        <source>已导入 {n} 个边界</source>
        <translation>{n} boundaries imported</translation>
    </message>
    <message>
        <source>已导入 {n} 个边界，{m} 个没有导入</source>
        <translation>{n} boundaries imported, {m} not</translation>
    </message>
    <message>
        <source>“{name}”还没有边界。</source>
        <translation>“{name}” has no boundary yet.</translation>
    </message>
    <message>
        <source>这个数字是零，没有清单。</source>
        <translation>This figure is zero; there is no list.</translation>
    </message>
    <message>
        <source>{place} · {figure} · {span}</source>
        <translation>{place} · {figure} · {span}</translation>
    </message>
    <message>
        <source>地图上此处 {n} 件</source>
        <translation>{n} cases here on the map</translation>
    </message>
    <message>
        <source>{grids} 个网格 · {communities} 个村社</source>
        <translation>{grids} grids · {communities} communities</translation>
    </message>
    <message>
        <source>示意图：还没有边界，方块大小按网格数，不表示位置</source>
        <translation>Diagram: no boundaries yet; size is the number of grids, place means nothing</translation>
    </message>
    <message>
        <source>示意边界，非真实</source>
        <translation>Sketched boundaries, not real</translation>
    </message>
    <message>
        <source>另有 {n} 个网格没有边界</source>
        <translation>{n} more grids have no boundary</translation>
    </message>
    <message>
        <source>搜索网格或村社</source>
        <translation>Find a grid or community</translation>
    </message>
    <message>
        <source>打开人员与事项</source>
        <translation>Open people and items</translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message>
        <source>交班</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>按签字这一刻的数据计数；对方在自己的窗口签字后，记录不能再改。</source>
        <translation>Counts are of the moment you sign. Once the other one has signed too, nothing changes.</translation>
    </message>
    <message>
        <source>本班处置了什么、正在等什么、要提醒什么</source>
        <translation>What was done, what is awaited, what to mind</translation>
    </message>
    <message>
        <source>本班情况</source>
        <translation>This shift</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>交班签字</source>
        <translation>Sign and hand over</translation>
    </message>
    <message>
        <source>姓名或拼音首字母</source>
        <translation>Name or initials</translation>
    </message>
    <message>
        <source>接班人</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>交的班次</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>点名交给下一班的事件（空格勾选，可写嘱咐）</source>
        <translation>Cases named to the next shift (Space ticks, add a remark)</translation>
    </message>
    <message>
        <source>点名交给下一班的事件</source>
        <translation>Cases named to the next shift</translation>
    </message>
    <message>
        <source>没有紧急、督办或超期的事件要点名，直接签字就行。</source>
        <translation>No urgent, supervised or overdue case to name. Just sign.</translation>
    </message>
    <message>
        <source>请选接班人</source>
        <translation>Choose who takes over</translation>
    </message>
</context>
<context>
    <name>HandoverRecordDialog</name>
    <message>
        <source>交接班记录</source>
        <translation>Handover record</translation>
    </message>
    <message>
        <source>本班情况</source>
        <translation>This shift</translation>
    </message>
    <message>
        <source>没有另外说明。</source>
        <translation>Nothing else was said.</translation>
    </message>
    <message>
        <source>点名交来 {n} 件</source>
        <translation>{n} cases named</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>接班签字</source>
        <translation>Sign and take over</translation>
    </message>
    <message>
        <source>撤回交班</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>打印记录</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>{day}{shift}：{giver} {at} 交班，等 {taker} 签字接班。</source>
        <translation>{shift} shift of {day}: {giver} handed over at {at}, {taker} has yet to sign.</translation>
    </message>
    <message>
        <source>{day}{shift}：{giver} {at} 交班，{taker} {taken} 签字接班。</source>
        <translation>{shift} shift of {day}: {giver} handed over at {at}, {taker} signed at {taken}.</translation>
    </message>
    <message>
        <source>{number} {title}：{remark} ✓ {name} {note}</source>
        <translation>{number} {title}: {remark} ✓ {name} {note}</translation>
    </message>
    <message>
        <source>{number} {title}：{remark}</source>
        <translation>{number} {title}: {remark}</translation>
    </message>
    <message>
        <source>{number} {title}</source>
        <translation>{number} {title}</translation>
    </message>
</context>
<context>
    <name>HeatCalendar</name>
    <message>
        <source>星期与小时</source>
        <translation>Weekday and hour</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{least} 件以上</source>
        <translation>{least} cases or more</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>{day} 全天 {count} 件</source>
        <translation>{day}, all day: {count} cases</translation>
    </message>
    <message>
        <source>{day} {hour} 时 {count} 件</source>
        <translation>{day} {hour}:00: {count} cases</translation>
    </message>
</context>
<context>
    <name>HeatPanel</name>
    <message>
        <source>示意边界</source>
        <translation>Sketch map</translation>
    </message>
    <message>
        <source>少</source>
        <translation>less</translation>
    </message>
    <message>
        <source>多</source>
        <translation>Many</translation>
    </message>
</context>
<context>
    <name>HelpDesk</name>
    <message>
        <source>整个窗口</source>
        <translation>Whole window</translation>
    </message>
    <message>
        <source>本页的列表、图表和输入栏</source>
        <translation>Lists, charts and fields of this page</translation>
    </message>
    <message>
        <source>本页帮助</source>
        <translation>Help of this page</translation>
    </message>
    <message>
        <source>帮助：从这里开始</source>
        <translation>Help: start here</translation>
    </message>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>帮助：被拒绝时怎么办</source>
        <translation>Help: when something is refused</translation>
    </message>
    <message>
        <source>开始使用：下一步做什么</source>
        <translation>First steps: what to do next</translation>
    </message>
    <message>
        <source>练习窗口正在打开，这个窗口照常使用。</source>
        <translation>The practice window is opening; this one works as before.</translation>
    </message>
    <message>
        <source>练习窗口没有打开，真实台账不受影响。请重试。</source>
        <translation>The practice window did not open; the real ledger is not touched. Try again.</translation>
    </message>
    <message>
        <source>练习模式：在虚构的街道上练手</source>
        <translation>Practice on an invented street</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>帮助</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>在全部帮助里搜索</source>
        <translation>Search all help</translation>
    </message>
    <message>
        <source>帮助目录</source>
        <translation>Pages of the help</translation>
    </message>
    <message>
        <source>没有找到。换一个词，或按 Ctrl K 直接找页面和操作。</source>
        <translation>Nothing found. Try another word, or find pages and actions with Ctrl K.</translation>
    </message>
    <message>
        <source>后退</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>前进</source>
        <translation>Forward</translation>
    </message>
    <message>
        <source>帮助内容</source>
        <translation>Text of the help</translation>
    </message>
    <message>
        <source>关闭帮助</source>
        <translation>Close the help</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>还没有改过，都是内置的用语。</source>
        <translation>Nothing changed yet; all texts are built in.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>HoursCard</name>
    <message>
        <source>星期与小时</source>
        <translation>Weekday and hour</translation>
    </message>
    <message>
        <source>什么时候报得多</source>
        <translation>When cases come in</translation>
    </message>
    <message>
        <source>星期 × 小时 · 件</source>
        <translation>Weekday × hour · cases</translation>
    </message>
    <message>
        <source>最忙：{day} {hour:02} 时 {n} 件</source>
        <translation>Busiest: {day} {hour:02}:00, {n} cases</translation>
    </message>
    <message>
        <source>夜间（18—08 时）{n} 件</source>
        <translation>Night (18–08): {n} cases</translation>
    </message>
    <message>
        <source>占 {share}</source>
        <translation>{share} of all</translation>
    </message>
    <message>
        <source>{day}录入</source>
        <translation>Registered {day}</translation>
    </message>
    <message>
        <source>{day} {hour:02} 时录入</source>
        <translation>Registered {day} {hour:02}:00</translation>
    </message>
    <message>
        <source>夜间（18—08 时）录入</source>
        <translation>Registered at night (18–08)</translation>
    </message>
    <message>
        <source>这段时间没有录入，换一个时期看看</source>
        <translation>Nothing was registered in this time; try another period</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>请先选择平台导出的文件。</source>
        <translation>Choose the file exported by the platform first.</translation>
    </message>
    <message>
        <source>另存未导入的行</source>
        <translation>Save rows left out</translation>
    </message>
    <message>
        <source>原来的列保持不变，末尾加上行号和原因；改好以后可以直接再导入。</source>
        <translation>The columns stay as they are, with line number and reason added; once corrected it can be imported as it is.</translation>
    </message>
    <message>
        <source>{name}_未导入.xlsx</source>
        <translation>{name}_not_imported.xlsx</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Spreadsheets (*.xlsx)</translation>
    </message>
    <message>
        <source>表格 (*.xlsx *.xls *.ods *.csv *.txt)</source>
        <translation>Spreadsheets (*.xlsx *.xls *.ods *.csv *.txt)</translation>
    </message>
    <message>
        <source>要导入的文件</source>
        <translation>File to import</translation>
    </message>
    <message>
        <source>试算</source>
        <translation>Try</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>文件的前几行</source>
        <translation>First rows of the file</translation>
    </message>
    <message>
        <source>不能导入的行</source>
        <translation>Rows that cannot be imported</translation>
    </message>
    <message>
        <source>选择平台导出的 Excel 或 CSV，先试算：只读取、不写入，告诉您哪些行会导入。</source>
        <translation>Choose the platform&apos;s Excel or CSV and try it first: it is only read, and you see which rows will be imported.</translation>
    </message>
    <message>
        <source>Excel、WPS、CSV · 同一文件再次导入不会重复</source>
        <translation>Excel, WPS, CSV · importing a file twice makes no doubles</translation>
    </message>
    <message>
        <source>导入事件</source>
        <translation>import cases</translation>
    </message>
    <message>
        <source>原因和怎么改</source>
        <translation>Reason and remedy</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>已停止，什么都没有写入。</source>
        <translation>Stopped, nothing was written.</translation>
    </message>
    <message>
        <source>导入 {n} 件</source>
        <translation>Import {n} cases</translation>
    </message>
    <message>
        <source>已导入 {n} 件：办结 {closed} 件（{rate}%），流转 {moved} 件；新建网格 {grids} 个。</source>
        <translation>{n} cases imported: {closed} closed ({rate}%), {moved} transferred; {grids} grids added.</translation>
    </message>
    <message>
        <source>没有新的事件：文件里能导入的都已经在台账里了。</source>
        <translation>No new cases: all that can be imported is in the ledger.</translation>
    </message>
    <message>
        <source>已停止：停止前导入的 {n} 件保留在台账里；再导入同一文件会接着做。</source>
        <translation>Stopped: the {n} cases imported so far stay; importing the file again goes on from there.</translation>
    </message>
    <message>
        <source>未导入 {n} 行，已自动存到 {path}</source>
        <translation>{n} rows left out, saved to {path}</translation>
    </message>
    <message>
        <source>接着导入</source>
        <translation>Go on importing</translation>
    </message>
    <message>
        <source>未导入的行已存到 {path}</source>
        <translation>Rows left out are saved to {path}</translation>
    </message>
    <message>
        <source>文件有 {rows} 行，没有可以导入的新事件。</source>
        <translation>The file has {rows} rows, none of them a new case.</translation>
    </message>
    <message>
        <source>文件有 {rows} 行：可以导入 {n} 件，其中办结 {closed} 件、流转 {moved} 件；不能导入 {left} 行。</source>
        <translation>The file has {rows} rows: {n} cases can be imported, {closed} closed and {moved} transferred; {left} rows cannot.</translation>
    </message>
    <message>
        <source>{reason} {n} 行</source>
        <translation>{reason}: {n} rows</translation>
    </message>
    <message>
        <source>这些列没有用上：{columns}</source>
        <translation>Columns not used: {columns}</translation>
    </message>
    <message>
        <source>这些工作表不是事件，已跳过：{sheets}</source>
        <translation>Sheets without cases, skipped: {sheets}</translation>
    </message>
    <message>
        <source>事项不在清单</source>
        <translation>Item not listed</translation>
    </message>
    <message>
        <source>重复</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>时间无效</source>
        <translation>Invalid time</translation>
    </message>
    <message>
        <source>内容为空</source>
        <translation>Empty</translation>
    </message>
    <message>
        <source>选项无法识别</source>
        <translation>Unknown choice</translation>
    </message>
    <message>
        <source>内容太长</source>
        <translation>Too long</translation>
    </message>
    <message>
        <source>有无法保存的字符</source>
        <translation>Characters that cannot be saved</translation>
    </message>
    <message>
        <source>村社不认识</source>
        <translation>Unknown community</translation>
    </message>
    <message>
        <source>事项当时未启用</source>
        <translation>Item not valid then</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>文件前 {n} 行</source>
        <translation>First {n} rows of the file</translation>
    </message>
    <message>
        <source>不能导入</source>
        <translation>Cannot be imported</translation>
    </message>
    <message>
        <source>停止前导入的 {n} 件保留在台账里；再导入同一文件会接着做。</source>
        <translation>The {n} imported before stay in the ledger; import the same file again to go on.</translation>
    </message>
</context>
<context>
    <name>ItemLimitDialog</name>
    <message>
        <source>以后交办的事件按新的时限；已经交办的事件时限不变。</source>
        <translation>Cases assigned from now on get the new limit; those already assigned keep theirs.</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>批准文号或会议</source>
        <translation>Approval number or meeting</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation>workdays</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>办理时限（{unit}）</source>
        <translation>Time limit ({unit})</translation>
    </message>
    <message>
        <source>请填 1 到 {most}</source>
        <translation>Please enter 1 to {most}</translation>
    </message>
</context>
<context>
    <name>ItemsCard</name>
    <message>
        <source>事项排行 · 前 10</source>
        <translation>Items · top 10</translation>
    </message>
    <message>
        <source>看全部事项</source>
        <translation>Show all items</translation>
    </message>
    <message>
        <source>事项排行</source>
        <translation>Item ranking</translation>
    </message>
    <message>
        <source>共 {n} 项有件，前 {top} 项占 {share}</source>
        <translation>{n} items with cases; the first {top} make {share}</translation>
    </message>
    <message>
        <source>未填事项</source>
        <translation>No item</translation>
    </message>
    <message>
        <source>{item} · 录入</source>
        <translation>{item} · registered</translation>
    </message>
    <message>
        <source>这段时间没有录入，换一个时期看看</source>
        <translation>Nothing was registered in this time; try another period</translation>
    </message>
</context>
<context>
    <name>ItemsView</name>
    <message>
        <source>事项准入清单</source>
        <translation>List of items</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>可以登记</source>
        <translation>Usable</translation>
    </message>
    <message>
        <source>临时事项</source>
        <translation>Temporary items</translation>
    </message>
    <message>
        <source>已停用或过期</source>
        <translation>Retired or ended</translation>
    </message>
    <message>
        <source>新增临时事项</source>
        <translation>Add temporary item</translation>
    </message>
    <message>
        <source>停用所选事项</source>
        <translation>Retire the chosen item</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>大类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>协办单位</source>
        <translation>Assisting units</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>已新增临时事项 {name}</source>
        <translation>Temporary item {name} added</translation>
    </message>
    <message>
        <source>{name} 用到 {day} 为止</source>
        <translation>{name} may be used until {day}</translation>
    </message>
    <message>
        <source>已停用 {name}</source>
        <translation>{name} retired</translation>
    </message>
    <message>
        <source>共 {n} 项，可以登记 {valid} 项；清单外的事件不予受理</source>
        <translation>{n} items, {valid} usable; cases off the list are not accepted</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} hours</translation>
    </message>
    <message>
        <source>{n} 个工作日</source>
        <translation>{n} workdays</translation>
    </message>
    <message>
        <source>长期</source>
        <translation>No end</translation>
    </message>
    <message>
        <source>{start} 至 {end}</source>
        <translation>{start} to {end}</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>未到期</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>修改时限</source>
        <translation>Change limit</translation>
    </message>
    <message>
        <source>已修改 {name} 的办理时限</source>
        <translation>Time limit of {name} changed</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>有效期至</source>
        <translation>Valid until</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>输入要做的事、拼音首字母或按键</source>
        <translation>What you want to do, pinyin initials or a key</translation>
    </message>
    <message>
        <source>没有这样的快捷键。Ctrl K 可以找到所有页面和操作。</source>
        <translation>There is no such key. Ctrl K finds every page and action.</translation>
    </message>
    <message>
        <source>打开本页帮助</source>
        <translation>Open the help of this page</translation>
    </message>
    <message>
        <source>本页帮助</source>
        <translation>Help of this page</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>正在进行：{tasks}。退出会取消：已完成的都在，写到一半的撤销，不留半个文件。</source>
        <translation>Running: {tasks}. Quitting cancels: what is done is kept, what is half written is undone, no half file is left.</translation>
    </message>
    <message>
        <source>还有 {n} 项任务没有做完</source>
        <translation>{n} tasks have not ended</translation>
    </message>
    <message>
        <source>取消任务并退出</source>
        <translation>Cancel the tasks and quit</translation>
    </message>
    <message>
        <source>继续等待</source>
        <translation>Keep waiting</translation>
    </message>
</context>
<context>
    <name>LedgerColumns</name>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>村社</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Registered at</translation>
    </message>
    <message>
        <source>反映人</source>
        <translation>Reporter</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>编号 / 时间</source>
        <translation>Number / time</translation>
    </message>
    <message>
        <source>事项与地点</source>
        <translation>Title, place</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>处置时限</source>
        <translation>Deadline</translation>
    </message>
</context>
<context>
    <name>LedgerDisplay</name>
    <message>
        <source>显示方式 Ctrl Shift L</source>
        <translation>Display Ctrl Shift L</translation>
    </message>
    <message>
        <source>显示方式</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>不分组</source>
        <translation>No groups</translation>
    </message>
    <message>
        <source>全部展开</source>
        <translation>Open all groups</translation>
    </message>
    <message>
        <source>全部折叠</source>
        <translation>Close all groups</translation>
    </message>
    <message>
        <source>密度</source>
        <translation>Density</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>单行</source>
        <translation>Single line</translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>显示哪些列……</source>
        <translation>Columns…</translation>
    </message>
    <message>
        <source>按承办单位分组</source>
        <translation>Group by unit</translation>
    </message>
    <message>
        <source>按类别分组</source>
        <translation>Group by item</translation>
    </message>
    <message>
        <source>按村社分组</source>
        <translation>Group by community</translation>
    </message>
    <message>
        <source>按网格分组</source>
        <translation>Group by grid</translation>
    </message>
    <message>
        <source>按状态分组</source>
        <translation>Group by state</translation>
    </message>
</context>
<context>
    <name>LedgerFilters</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>村社</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>承办</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>重复件</source>
        <translation>Duplicates</translation>
    </message>
    <message>
        <source>时限优先</source>
        <translation>Due first</translation>
    </message>
    <message>
        <source>最新登记</source>
        <translation>Newest</translation>
    </message>
    <message>
        <source>最早登记</source>
        <translation>Oldest</translation>
    </message>
    <message>
        <source>排序</source>
        <translation>Sort</translation>
    </message>
</context>
<context>
    <name>LedgerFoot</name>
    <message>
        <source>移动</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>多选</source>
        <translation>Choose several</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Commands</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>只列出前 {n} 件，请先筛选</source>
        <translation>The first {n} cases only: narrow the list</translation>
    </message>
</context>
<context>
    <name>LedgerGroups</name>
    <message>
        <source>{n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Empty</translation>
    </message>
</context>
<context>
    <name>LedgerMenu</name>
    <message>
        <source>事件菜单</source>
        <translation>Case menu</translation>
    </message>
    <message>
        <source>复制编号 {number}</source>
        <translation>Copy number {number}</translation>
    </message>
    <message>
        <source>只看 {unit}</source>
        <translation>Only {unit}</translation>
    </message>
    <message>
        <source>已复制编号 {number}</source>
        <translation>Number {number} copied</translation>
    </message>
</context>
<context>
    <name>LedgerPage</name>
    <message>
        <source>事件台账</source>
        <translation>Case ledger</translation>
    </message>
    <message>
        <source>搜索编号、标题、地点、电话，支持拼音首字母，如 lljf = 邻里纠纷</source>
        <translation>Search number, title, place, phone; pinyin initials too (lljf)</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>待受理</source>
        <translation>To accept</translation>
    </message>
    <message>
        <source>待交办</source>
        <translation>To assign</translation>
    </message>
    <message>
        <source>处置中</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>待核查</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>To call back</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>还没有事件，按 F2 开始登记</source>
        <translation>No cases yet; press F2 to register</translation>
    </message>
    <message>
        <source>没有符合条件的事件</source>
        <translation>No case fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>回到上一件事件</source>
        <translation>Back to the case before</translation>
    </message>
    <message>
        <source>保存的视图</source>
        <translation>Saved views</translation>
    </message>
    <message>
        <source>列表怎么显示</source>
        <translation>How the list is shown</translation>
    </message>
    <message>
        <source>共 {n} 件，分 {m} 组</source>
        <translation>{n} cases in {m} groups</translation>
    </message>
    <message>
        <source>、</source>
        <translation>,</translation>
    </message>
    <message>
        <source>视图“{name}”筛选的{what}已停用，仍能看到以前的事件，不会再有新的。</source>
        <translation>The view “{name}” asks for {what}, no longer in use: earlier cases are shown, no new ones will come.</translation>
    </message>
    <message>
        <source>打印清单</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>打印办理单</source>
        <translation>Print case sheet</translation>
    </message>
    <message>
        <source>打印办理单或清单</source>
        <translation>Print the sheet or the list</translation>
    </message>
    <message>
        <source>新建登记</source>
        <translation>New case</translation>
    </message>
</context>
<context>
    <name>LedgerViews</name>
    <message>
        <source>视图</source>
        <translation>Views</translation>
    </message>
    <message>
        <source>我的视图</source>
        <translation>My views</translation>
    </message>
    <message>
        <source>共享视图</source>
        <translation>Shared views</translation>
    </message>
    <message>
        <source>默认列表</source>
        <translation>Usual list</translation>
    </message>
    <message>
        <source>保存为新视图……</source>
        <translation>Save as a new view…</translation>
    </message>
    <message>
        <source>用当前列表更新“{name}”</source>
        <translation>Update “{name}” with this list</translation>
    </message>
    <message>
        <source>改名“{name}”……</source>
        <translation>Rename “{name}”…</translation>
    </message>
    <message>
        <source>改名或共享“{name}”……</source>
        <translation>Rename or share “{name}”…</translation>
    </message>
    <message>
        <source>删除“{name}”……</source>
        <translation>Delete “{name}”…</translation>
    </message>
    <message>
        <source>{name}（{owner}）</source>
        <translation>{name} ({owner})</translation>
    </message>
    <message>
        <source>视图：{name}</source>
        <translation>View: {name}</translation>
    </message>
    <message>
        <source>保存为新视图</source>
        <translation>Save as a new view</translation>
    </message>
    <message>
        <source>保存现在的筛选、排序、分组和列，以后一键打开。</source>
        <translation>Keep filters, order, groups and columns, to open them with one key.</translation>
    </message>
    <message>
        <source>保存视图</source>
        <translation>Save view</translation>
    </message>
    <message>
        <source>改名或共享视图</source>
        <translation>Rename or share the view</translation>
    </message>
    <message>
        <source>给视图改名</source>
        <translation>Rename the view</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>“{name}”将从列表中删除，事件本身不受影响。</source>
        <translation>“{name}” will be deleted; the cases stay as they are.</translation>
    </message>
    <message>
        <source>“{name}”是共享视图，删除后别人也看不到。事件本身不受影响。</source>
        <translation>“{name}” is shared: nobody will see it any more. The cases stay as they are.</translation>
    </message>
    <message>
        <source>删除视图</source>
        <translation>Delete view</translation>
    </message>
    <message>
        <source>已保存视图“{name}”</source>
        <translation>View “{name}” saved</translation>
    </message>
    <message>
        <source>已改为“{name}”</source>
        <translation>Now “{name}”</translation>
    </message>
    <message>
        <source>已更新视图“{name}”</source>
        <translation>View “{name}” updated</translation>
    </message>
    <message>
        <source>已删除视图“{name}”</source>
        <translation>View “{name}” deleted</translation>
    </message>
    <message>
        <source>视图“{name}”已被删除，列表保持现在的筛选。</source>
        <translation>The view “{name}” was deleted; the list keeps its filters.</translation>
    </message>
    <message>
        <source>视图：{name}（已改）</source>
        <translation>View: {name} (changed)</translation>
    </message>
</context>
<context>
    <name>LineChart</name>
    <message>
        <source>趋势</source>
        <translation>Trend</translation>
    </message>
</context>
<context>
    <name>ListPage</name>
    <message>
        <source>第 {n} / {all} 页</source>
        <translation>Page {n} / {all}</translation>
    </message>
</context>
<context>
    <name>ListedDialog</name>
    <message>
        <source>登记区级挂牌督办</source>
        <translation>Record district listing</translation>
    </message>
    <message>
        <source>按区里的挂牌督办文件填写，摘牌前每个阶段都要报告。</source>
        <translation>Fill in from the district&apos;s paper; every stage is reported until delisting.</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>挂牌文号</source>
        <translation>Listing number</translation>
    </message>
    <message>
        <source>挂牌机关</source>
        <translation>Listing authority</translation>
    </message>
    <message>
        <source>挂牌日期</source>
        <translation>Listed on</translation>
    </message>
    <message>
        <source>督办事项</source>
        <translation>Matter supervised</translation>
    </message>
    <message>
        <source>挂牌原因</source>
        <translation>Reason for listing</translation>
    </message>
    <message>
        <source>整改目标</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>单位名称或拼音首字母</source>
        <translation>Unit name or pinyin initials</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible unit</translation>
    </message>
    <message>
        <source>整改时限</source>
        <translation>To be rectified by</translation>
    </message>
    <message>
        <source>责任领导</source>
        <translation>Responsible leader</translation>
    </message>
    <message>
        <source>阶段报告日</source>
        <translation>Day of stage reports</translation>
    </message>
    <message>
        <source>如 每周五</source>
        <translation>e.g. every Friday</translation>
    </message>
    <message>
        <source>关联事件编号（可不填）</source>
        <translation>Related case number (optional)</translation>
    </message>
    <message>
        <source>整改措施</source>
        <translation>Measures</translation>
    </message>
</context>
<context>
    <name>ListedPanel</name>
    <message>
        <source>挂牌</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>阶段报告</source>
        <translation>Stage report</translation>
    </message>
    <message>
        <source>挂牌督办详情</source>
        <translation>Listing details</translation>
    </message>
    <message>
        <source>整改</source>
        <translation>Rectification</translation>
    </message>
    <message>
        <source>区核查</source>
        <translation>District verifies</translation>
    </message>
    <message>
        <source>摘牌</source>
        <translation>Delist</translation>
    </message>
    <message>
        <source>{n} 次</source>
        <translation>{n} times</translation>
    </message>
    <message>
        <source>报告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>督办事项</source>
        <translation>Matter supervised</translation>
    </message>
    <message>
        <source>挂牌机关</source>
        <translation>Listing authority</translation>
    </message>
    <message>
        <source>挂牌日期</source>
        <translation>Listed on</translation>
    </message>
    <message>
        <source>挂牌原因</source>
        <translation>Reason for listing</translation>
    </message>
    <message>
        <source>整改目标</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>责任单位</source>
        <translation>Responsible unit</translation>
    </message>
    <message>
        <source>责任领导</source>
        <translation>Responsible leader</translation>
    </message>
    <message>
        <source>整改时限</source>
        <translation>To be rectified by</translation>
    </message>
    <message>
        <source>阶段报告日</source>
        <translation>Day of stage reports</translation>
    </message>
    <message>
        <source>整改措施</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>关联事件</source>
        <translation>Related case</translation>
    </message>
    <message>
        <source>区核查情况</source>
        <translation>District verification</translation>
    </message>
    <message>
        <source>登记摘牌</source>
        <translation>Record delisting</translation>
    </message>
    <message>
        <source>摘牌文号</source>
        <translation>Delisting number</translation>
    </message>
    <message>
        <source>摘牌日期</source>
        <translation>Delisted on</translation>
    </message>
    <message>
        <source>区核查退回</source>
        <translation>District sent back</translation>
    </message>
    <message>
        <source>整改报告：措施和结果</source>
        <translation>Report: measures and result</translation>
    </message>
    <message>
        <source>报送整改报告</source>
        <translation>Send the report</translation>
    </message>
    <message>
        <source>阶段进展</source>
        <translation>Progress of the stage</translation>
    </message>
    <message>
        <source>{number} 已{action}</source>
        <translation>{number}: {action} done</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Papers</translation>
    </message>
</context>
<context>
    <name>Listing</name>
    <message>
        <source>{district}综合指挥中心</source>
        <translation>{district} Command Centre</translation>
    </message>
    <message>
        <source>{number} 已登记挂牌</source>
        <translation>Listing {number} recorded</translation>
    </message>
</context>
<context>
    <name>Lookout</name>
    <message>
        <source>{moment} 前办结</source>
        <translation>Close by {moment}</translation>
    </message>
    <message>
        <source>{n} 小时，昼夜连续计算</source>
        <translation>{n} hours by the clock</translation>
    </message>
    <message>
        <source>{n} 个工作日，从 {day} 起算</source>
        <translation>{n} workdays from {day}</translation>
    </message>
    <message>
        <source>该号码近 30 天来电 {n} 次，上次：{time} {title}（{state}）</source>
        <translation>This number called {n} times in 30 days, last {time} {title} ({state})</translation>
    </message>
</context>
<context>
    <name>LoosePreview</name>
    <message>
        <source>草稿：存档或打印时取号。</source>
        <translation>Draft: the number is taken when it is filed or printed.</translation>
    </message>
    <message>
        <source>{number}，文书档案中保存的原件，已打印 {n} 次。</source>
        <translation>{number}, the original on file, printed {n} times.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>街道综合信息指挥室</source>
        <translation>Street Command Room</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>事件台账</source>
        <translation>Case ledger</translation>
    </message>
    <message>
        <source>快速登记</source>
        <translation>Quick register</translation>
    </message>
    <message>
        <source>我的待办</source>
        <translation>My tasks</translation>
    </message>
    <message>
        <source>督办超时</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>研判</source>
        <translation>Analysis</translation>
    </message>
    <message>
        <source>统计分析</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>网格地图</source>
        <translation>Grid map</translation>
    </message>
    <message>
        <source>例会研判</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>管理</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>导入导出</source>
        <translation>Import, export</translation>
    </message>
    <message>
        <source>人员与事项</source>
        <translation>People and items</translation>
    </message>
    <message>
        <source>新建登记</source>
        <translation>New case</translation>
    </message>
    <message>
        <source>综合信息</source>
        <translation>Command room</translation>
    </message>
    <message>
        <source>综合信息指挥平台</source>
        <translation>Street Command Platform</translation>
    </message>
    <message>
        <source>数据文件是只读的：可以查看，不能登记或办理。请检查文件权限后重新打开。</source>
        <translation>The data file is read-only: you can look, but not register or handle. Check its permissions and open it again.</translation>
    </message>
    <message>
        <source>撤销 Ctrl Z</source>
        <translation>Undo Ctrl Z</translation>
    </message>
    <message>
        <source>大屏投放</source>
        <translation>Wall display</translation>
    </message>
    <message>
        <source>快捷键一览，再按一次看帮助</source>
        <translation>All keys; again for the help</translation>
    </message>
    <message>
        <source>本页帮助</source>
        <translation>Help of this page</translation>
    </message>
    <message>
        <source>撤销刚做的一步</source>
        <translation>Take back the last step</translation>
    </message>
    <message>
        <source>重新读取本页</source>
        <translation>Read this page again</translation>
    </message>
    <message>
        <source>命令面板：页面、操作、事件</source>
        <translation>Commands: pages, actions, cases</translation>
    </message>
    <message>
        <source>在本页搜索</source>
        <translation>Search this page</translation>
    </message>
    <message>
        <source>到期报警</source>
        <translation>Deadline alarm</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>任务中心</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>退出程序，换人时也这样</source>
        <translation>Leave the program, also to let someone else sign on</translation>
    </message>
</context>
<context>
    <name>MapCard</name>
    <message>
        <source>回到全街道</source>
        <translation>Back to the street</translation>
    </message>
    <message>
        <source>全街道</source>
        <translation>Whole street</translation>
    </message>
    <message>
        <source>{figure}从高到低 · 共 {n} 个</source>
        <translation>{figure}, high to low · {n} places</translation>
    </message>
    <message>
        <source>{home} · 编码 {code}</source>
        <translation>{home} · code {code}</translation>
    </message>
    <message>
        <source>{figure} {step}</source>
        <translation>{figure} {step}</translation>
    </message>
    <message>
        <source>现在没有未办结的事件</source>
        <translation>No open case now</translation>
    </message>
    <message>
        <source>现在未办结 {n} 件 · 按时限先后</source>
        <translation>{n} open now · by deadline</translation>
    </message>
    <message>
        <source>看事件</source>
        <translation>Show cases</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>档次</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>各处排列</source>
        <translation>The places in order</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>未办结的事件</source>
        <translation>Open cases</translation>
    </message>
    <message>
        <source>{place} · 现在未办结</source>
        <translation>{place} · open now</translation>
    </message>
    <message>
        <source>没有可算的</source>
        <translation>Nothing to work out</translation>
    </message>
</context>
<context>
    <name>MapChoices</name>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>其他指标</source>
        <translation>Other figures</translation>
    </message>
    <message>
        <source>不选</source>
        <translation>None</translation>
    </message>
    <message>
        <source>区域</source>
        <translation>Areas</translation>
    </message>
    <message>
        <source>图层</source>
        <translation>Layers</translation>
    </message>
    <message>
        <source>名称、数值、事件点</source>
        <translation>Names, values, cases</translation>
    </message>
    <message>
        <source>名称、数值</source>
        <translation>Names, values</translation>
    </message>
    <message>
        <source>名称、事件点</source>
        <translation>Names, cases</translation>
    </message>
    <message>
        <source>只看深浅</source>
        <translation>Shades only</translation>
    </message>
    <message>
        <source>找网格、村社，拼音首字母也行</source>
        <translation>Find grid or community, pinyin initials too</translation>
    </message>
    <message>
        <source>找网格或村社</source>
        <translation>Find grid or community</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>村社</source>
        <translation>Community</translation>
    </message>
</context>
<context>
    <name>MapFrame</name>
    <message>
        <source>网格地图</source>
        <translation>Grid map</translation>
    </message>
    <message>
        <source>图例</source>
        <translation>Legend</translation>
    </message>
    <message>
        <source>放大（+）</source>
        <translation>Zoom in (+)</translation>
    </message>
    <message>
        <source>缩小（−）</source>
        <translation>Zoom out (−)</translation>
    </message>
    <message>
        <source>全图（0）</source>
        <translation>Whole map (0)</translation>
    </message>
    <message>
        <source>网格数</source>
        <translation>Grids</translation>
    </message>
    <message>
        <source>村社数</source>
        <translation>Communities</translation>
    </message>
    <message>
        <source>其中超期件数</source>
        <translation>of them overdue</translation>
    </message>
    <message>
        <source>超期的事件</source>
        <translation>Overdue cases</translation>
    </message>
    <message>
        <source>临近期限</source>
        <translation>Nearly due</translation>
    </message>
    <message>
        <source>期限内</source>
        <translation>In time</translation>
    </message>
    <message>
        <source>放大后显示事件点</source>
        <translation>Zoom in to see the cases</translation>
    </message>
</context>
<context>
    <name>MapImportDialog</name>
    <message>
        <source>导入边界</source>
        <translation>Import boundaries</translation>
    </message>
    <message>
        <source>选 GeoJSON 文件（WGS-84 或 GCJ-02 经纬度）。每个面按编码或名称对应网格、村社；先检查，不点“导入”不会保存。</source>
        <translation>Choose a GeoJSON file (WGS-84 or GCJ-02). Each area goes to a grid or community by code or name; it is checked first, nothing is saved before “Import”.</translation>
    </message>
    <message>
        <source>地图文件 (*.geojson *.json)</source>
        <translation>Maps (*.geojson *.json)</translation>
    </message>
    <message>
        <source>地图文件</source>
        <translation>Map file</translation>
    </message>
    <message>
        <source>坐标系</source>
        <translation>Coordinates</translation>
    </message>
    <message>
        <source>例如：2026 年 3 月网格调整图</source>
        <translation>e.g. grid revision of March 2026</translation>
    </message>
    <message>
        <source>来源说明</source>
        <translation>Where it comes from</translation>
    </message>
    <message>
        <source>只是示意边界，不是真实位置</source>
        <translation>Sketch only, not the real place</translation>
    </message>
    <message>
        <source>先清空全街道原有边界</source>
        <translation>Clear the street&apos;s boundaries first</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>网格或村社</source>
        <translation>Grid or community</translation>
    </message>
    <message>
        <source>检查</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>检查结果</source>
        <translation>Result of the check</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>正在读文件…</source>
        <translation>Reading the file…</translation>
    </message>
    <message>
        <source>请先选一个能用的地图文件。</source>
        <translation>Choose a map file that can be used.</translation>
    </message>
    <message>
        <source>请写明边界的来源，日后才知道图从哪里来。</source>
        <translation>Say where the boundaries come from, so that it is known later.</translation>
    </message>
    <message>
        <source>共 {all} 个面：能导入 {taken} 个，不能导入 {refused} 个。</source>
        <translation>{all} areas: {taken} can be imported, {refused} cannot.</translation>
    </message>
    <message>
        <source>{n} 个点</source>
        <translation>{n} points</translation>
    </message>
    <message>
        <source>可导入</source>
        <translation>Usable</translation>
    </message>
    <message>
        <source>不能用</source>
        <translation>Not usable</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>北</source>
        <translation>N</translation>
    </message>
    <message>
        <source>{n} 公里</source>
        <translation>{n} km</translation>
    </message>
    <message>
        <source>{n} 米</source>
        <translation>{n} m</translation>
    </message>
    <message>
        <source>地图</source>
        <translation>Map</translation>
    </message>
    <message>
        <source>共 {n} 个区域</source>
        <translation>{n} areas</translation>
    </message>
    <message>
        <source>放大地图</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>缩小地图</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>看全图</source>
        <translation>Whole map</translation>
    </message>
    <message>
        <source>地图左移</source>
        <translation>Move left</translation>
    </message>
    <message>
        <source>地图右移</source>
        <translation>Move right</translation>
    </message>
    <message>
        <source>下一处</source>
        <translation>Next place</translation>
    </message>
    <message>
        <source>上一处</source>
        <translation>Place before</translation>
    </message>
    <message>
        <source>看所选网格的事件</source>
        <translation>Cases of the chosen grid</translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>正在讨论</source>
        <translation>Under discussion</translation>
    </message>
    <message>
        <source>取消事项</source>
        <translation>Cancel item</translation>
    </message>
    <message>
        <source>给予延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>转督办</source>
        <translation>Turn to supervision</translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation>Do not confirm</translation>
    </message>
    <message>
        <source>确认完成</source>
        <translation>Confirm done</translation>
    </message>
    <message>
        <source>看督办单</source>
        <translation>See supervision notice</translation>
    </message>
    <message>
        <source>另立议定事项</source>
        <translation>Another agreed item</translation>
    </message>
    <message>
        <source>回到上一件</source>
        <translation>Case before</translation>
    </message>
    <message>
        <source>暂缓，留待下次</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>确认议定，下一件</source>
        <translation>Agree, next case</translation>
    </message>
    <message>
        <source>确认议定</source>
        <translation>Agree</translation>
    </message>
    <message>
        <source>记录完毕，下一项</source>
        <translation>Noted, next entry</translation>
    </message>
    <message>
        <source>必填项已齐</source>
        <translation>All required fields filled</translation>
    </message>
    <message>
        <source>处理意见</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible person</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>议定事项文字</source>
        <translation>Text of the agreed item</translation>
    </message>
    <message>
        <source>还缺：{names}</source>
        <translation>Missing: {names}</translation>
    </message>
</context>
<context>
    <name>MeetingActs</name>
    <message>
        <source>会议开始，数据已定格</source>
        <translation>Meeting opened, data frozen</translation>
    </message>
    <message>
        <source>议程已重排</source>
        <translation>Agenda put in order again</translation>
    </message>
    <message>
        <source>会议已结束，纪要{number}</source>
        <translation>Meeting ended, minutes {number}</translation>
    </message>
    <message>
        <source>加一件上会</source>
        <translation>Add a case</translation>
    </message>
    <message>
        <source>办结前的事件都可以提请上会，放在“重大疑难会商”。</source>
        <translation>Any case not yet closed can be put forward; it goes under “Major and hard cases”.</translation>
    </message>
    <message>
        <source>加入议程</source>
        <translation>Add to agenda</translation>
    </message>
    <message>
        <source>事件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>已加入议程</source>
        <translation>Added to the agenda</translation>
    </message>
    <message>
        <source>已移出议程</source>
        <translation>Removed from the agenda</translation>
    </message>
    <message>
        <source>已缓议，留待下次</source>
        <translation>Put off to next time</translation>
    </message>
    <message>
        <source>{code} 已修改</source>
        <translation>{code} changed</translation>
    </message>
    <message>
        <source>已议定 {code}</source>
        <translation>{code} agreed</translation>
    </message>
    <message>
        <source>撤销议定事项</source>
        <translation>Withdraw agreed item</translation>
    </message>
    <message>
        <source>{code} {text}</source>
        <translation>{code} {text}</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{code} 已撤销</source>
        <translation>{code} withdrawn</translation>
    </message>
    <message>
        <source>确认完成并销号</source>
        <translation>Confirm done</translation>
    </message>
    <message>
        <source>确认完成</source>
        <translation>Confirm done</translation>
    </message>
    <message>
        <source>延期理由</source>
        <translation>Reason to extend</translation>
    </message>
    <message>
        <source>新的时限</source>
        <translation>New deadline</translation>
    </message>
    <message>
        <source>给予延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation>Do not confirm</translation>
    </message>
    <message>
        <source>退回继续落实</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>取消议定事项</source>
        <translation>Cancel agreed item</translation>
    </message>
    <message>
        <source>取消事项</source>
        <translation>Cancel item</translation>
    </message>
    <message>
        <source>转督办</source>
        <translation>Turn to supervision</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>{code} 已办理</source>
        <translation>{code} handled</translation>
    </message>
    <message>
        <source>牵头 {lead} {person}；时限 {due}</source>
        <translation>Lead {lead} {person}; due {due}</translation>
    </message>
    <message>
        <source>{note}；协办 {units}</source>
        <translation>{note}; assisting {units}</translation>
    </message>
</context>
<context>
    <name>MeetingConsole</name>
    <message>
        <source>议程是空的</source>
        <translation>The agenda is empty</translation>
    </message>
    <message>
        <source>第 {n} / {all} 件</source>
        <translation>{n} of {all}</translation>
    </message>
    <message>
        <source>确认议定，转下一件</source>
        <translation>Agreed, on to the next</translation>
    </message>
    <message>
        <source>暂缓，留待下次</source>
        <translation>Put off to the next meeting</translation>
    </message>
    <message>
        <source>宣读确认并生成纪要</source>
        <translation>Read out and make the minutes</translation>
    </message>
    <message>
        <source>暂停或继续计时</source>
        <translation>Stop or start the timer</translation>
    </message>
    <message>
        <source>插入发言人</source>
        <translation>Insert a speaker</translation>
    </message>
    <message>
        <source>投屏或收起</source>
        <translation>Project or take back</translation>
    </message>
    <message>
        <source>上一件</source>
        <translation>Case before</translation>
    </message>
    <message>
        <source>下一件</source>
        <translation>Next case</translation>
    </message>
    <message>
        <source>上一个议程</source>
        <translation>Section before</translation>
    </message>
    <message>
        <source>下一个议程</source>
        <translation>Next section</translation>
    </message>
    <message>
        <source>其余全部出席</source>
        <translation>All others present</translation>
    </message>
    <message>
        <source>议定：{kind}</source>
        <translation>Decide: {kind}</translation>
    </message>
    <message>
        <source>投屏</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>屏幕断开，投屏已收起</source>
        <translation>Screen gone, page hidden</translation>
    </message>
    <message>
        <source>恢复投屏</source>
        <translation>Project again</translation>
    </message>
    <message>
        <source>第二屏投放中</source>
        <translation>On the second screen</translation>
    </message>
    <message>
        <source>窗口投放中</source>
        <translation>In a window</translation>
    </message>
    <message>
        <source>收回</source>
        <translation>Take back</translation>
    </message>
    <message>
        <source>宣布开会</source>
        <translation>Open meeting</translation>
    </message>
    <message>
        <source>回到会议列表</source>
        <translation>Back to the meetings</translation>
    </message>
</context>
<context>
    <name>MeetingFoot</name>
    <message>
        <source>个人信息已脱敏</source>
        <translation>Personal data masked</translation>
    </message>
</context>
<context>
    <name>MeetingHead</name>
    <message>
        <source>数据截至 {time}</source>
        <translation>Data as of {time}</translation>
    </message>
    <message>
        <source>继续计时</source>
        <translation>Resume clock</translation>
    </message>
    <message>
        <source>暂停计时</source>
        <translation>Pause clock</translation>
    </message>
    <message>
        <source>重排议程</source>
        <translation>Reorder agenda</translation>
    </message>
    <message>
        <source>加一件上会</source>
        <translation>Add a case</translation>
    </message>
    <message>
        <source>例会材料</source>
        <translation>Meeting papers</translation>
    </message>
    <message>
        <source>会议纪要</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>宣布开会</source>
        <translation>Open meeting</translation>
    </message>
    <message>
        <source>宣读确认并生成纪要</source>
        <translation>Read out and make the minutes</translation>
    </message>
    <message>
        <source>主持 {name}</source>
        <translation>Chair {name}</translation>
    </message>
    <message>
        <source>记录 {name}</source>
        <translation>Minutes by {name}</translation>
    </message>
    <message>
        <source>{time} 开会</source>
        <translation>Opens {time}</translation>
    </message>
    <message>
        <source>会议进行中 {time}</source>
        <translation>In session {time}</translation>
    </message>
    <message>
        <source>发言剩余 {time}</source>
        <translation>Speaking time {time}</translation>
    </message>
    <message>
        <source>发言超时 {time}</source>
        <translation>Over time {time}</translation>
    </message>
    <message>
        <source>投屏</source>
        <translation>Project</translation>
    </message>
    <message>
        <source>回到会议列表（Alt ←）</source>
        <translation>Back to the meetings (Alt ←)</translation>
    </message>
</context>
<context>
    <name>MeetingList</name>
    <message>
        <source>会议</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>准备本周例会</source>
        <translation>Prepare this week&apos;s</translation>
    </message>
    <message>
        <source>进入本周例会</source>
        <translation>Enter this week&apos;s</translation>
    </message>
    <message>
        <source>还没有开过会。排一次例会，超期件和疑难件会自动排上议程。</source>
        <translation>No meeting yet. Plan one; overdue and hard cases come onto the agenda by themselves.</translation>
    </message>
    <message>
        <source>{n} 次</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>已议</source>
        <translation>Discussed</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Agreed items</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{done} / {all} 件</source>
        <translation>{done} / {all} cases</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n} items</translation>
    </message>
    <message>
        <source>全部落实</source>
        <translation>All done</translation>
    </message>
    <message>
        <source>{n} 项在落实</source>
        <translation>{n} open</translation>
    </message>
</context>
<context>
    <name>MeetingPaperDialog</name>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf)</source>
        <translation>PDF files (*.pdf)</translation>
    </message>
    <message>
        <source>WPS、Word 文件 (*.docx)</source>
        <translation>WPS, Word files (*.docx)</translation>
    </message>
    <message>
        <source>另存为</source>
        <translation>Save as</translation>
    </message>
    <message>
        <source>取号存档</source>
        <translation>Number and file</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>未发现打印机，可另存为 PDF。接好打印机后重新打开本窗口。</source>
        <translation>No printer was found; you can save a PDF. Connect one and open this window again.</translation>
    </message>
</context>
<context>
    <name>MeetingProjection</name>
    <message>
        <source>例会投屏</source>
        <translation>Projected meeting</translation>
    </message>
    <message>
        <source>数据截至 {time}</source>
        <translation>Data as of {time}</translation>
    </message>
</context>
<context>
    <name>MeetingTop</name>
    <message>
        <source>发言超时</source>
        <translation>Over time</translation>
    </message>
    <message>
        <source>发言剩余</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>第</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>/ {n} 件</source>
        <translation>/ {n}</translation>
    </message>
</context>
<context>
    <name>MeetingView</name>
    <message>
        <source>例会投屏</source>
        <translation>Projected meeting</translation>
    </message>
    <message>
        <source>{month} 月 {day} 日 周{weekday}  {time}</source>
        <translation>{weekday} {day}/{month}  {time}</translation>
    </message>
</context>
<context>
    <name>MeetingsPage</name>
    <message>
        <source>例会研判</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>议程已排好：上次议定 {last} 项，超期 {late} 件，疑难 {hard} 件</source>
        <translation>Agenda ready: {last} agreed items, {late} overdue, {hard} hard cases</translation>
    </message>
    <message>
        <source>准备本周例会</source>
        <translation>Prepare meeting</translation>
    </message>
    <message>
        <source>例会还开着：回到例会列表以后再换界面语言。</source>
        <translation>A meeting is open: go back to the list of meetings, then change the language.</translation>
    </message>
</context>
<context>
    <name>MovedDecision</name>
    <message>
        <source>保留我填写的内容</source>
        <translation>Keep what I typed</translation>
    </message>
    <message>
        <source>改用新的内容</source>
        <translation>Take theirs</translation>
    </message>
    <message>
        <source>这一项的议定已被别人撤销，您填写的内容还在，没有保存。</source>
        <translation>Someone withdrew what was agreed on this. What you typed is kept and not saved.</translation>
    </message>
    <message>
        <source>这一项刚被别人议定，您填写的内容还在，没有保存。</source>
        <translation>Someone has just agreed on this. What you typed is kept and not saved.</translation>
    </message>
    <message>
        <source>这一项的议定刚被别人改动，您填写的内容还在，没有保存。</source>
        <translation>Someone has just changed what was agreed on this. What you typed is kept and not saved.</translation>
    </message>
    <message>
        <source>处理意见</source>
        <translation>Decision</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible person</translation>
    </message>
    <message>
        <source>完成时限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>协办单位</source>
        <translation>Assisting units</translation>
    </message>
    <message>
        <source>议定事项文字</source>
        <translation>Text of the agreed item</translation>
    </message>
    <message>
        <source>成果形式</source>
        <translation>Deliverable</translation>
    </message>
</context>
<context>
    <name>NavigationRail</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>NewPasswordDialog</name>
    <message>
        <source>请设置自己的密码</source>
        <translation>Set your own password</translation>
    </message>
    <message>
        <source>初始密码只用一次。至少 10 位，含大小写字母、数字、符号中的三种。</source>
        <translation>The first password works once. At least 10 characters; three of capitals, small letters, digits, signs.</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>再输一次</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>保存密码</source>
        <translation>Save password</translation>
    </message>
    <message>
        <source>两次输入的密码不一样，请重新输入。</source>
        <translation>The two passwords differ; type them again.</translation>
    </message>
    <message>
        <source>密码已用满 90 天。至少 10 位，含大小写字母、数字、符号中的三种。</source>
        <translation>The password is 90 days old. At least 10 characters: three of upper case, lower case, digits, signs.</translation>
    </message>
    <message>
        <source>请更换密码</source>
        <translation>Please change your password</translation>
    </message>
    <message>
        <source>至少 10 位，含大小写字母、数字、符号中的三种。</source>
        <translation>At least 10 characters: three of upper case, lower case, digits, signs.</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>下一件</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>议程已到最后</source>
        <translation>End of the agenda</translation>
    </message>
    <message>
        <source>Ctrl+M 宣读确认并生成纪要</source>
        <translation>Ctrl+M reads out and makes the minutes</translation>
    </message>
</context>
<context>
    <name>NextStep</name>
    <message>
        <source>{number} 现在没有这一步，按回车在台账中查看。</source>
        <translation>{number} has no such step now; press Enter to see it in the ledger.</translation>
    </message>
    <message>
        <source>{number} 已{action}</source>
        <translation>{number}: {action} done</translation>
    </message>
</context>
<context>
    <name>NoteBox</name>
    <message>
        <source>{lead}【{unit}】</source>
        <translation>{lead} [{unit}]</translation>
    </message>
    <message>
        <source>会议记录</source>
        <translation>Notes</translation>
    </message>
    <message>
        <source>插入发言单位</source>
        <translation>Insert the speaking unit</translation>
    </message>
    <message>
        <source>谁说了什么、难点在哪里、怎么办</source>
        <translation>Who said what, what is hard, what to do</translation>
    </message>
    <message>
        <source>保留我写的</source>
        <translation>Keep mine</translation>
    </message>
    <message>
        <source>改用新的记录</source>
        <translation>Take the new notes</translation>
    </message>
    <message>
        <source>自动保存 {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>{fault}
新的记录：{text}</source>
        <translation>{fault}
New notes: {text}</translation>
    </message>
</context>
<context>
    <name>NoticeDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>重新载入后保留我填写的内容</source>
        <translation>Reload and keep what I typed</translation>
    </message>
    <message>
        <source>看不懂这个时间，请写成 11-20 17:30</source>
        <translation>This time is not understood; write it like 11-20 17:30</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
</context>
<context>
    <name>NoticeDraftDialog</name>
    <message>
        <source>拟督办通知单</source>
        <translation>Draft supervision notice</translation>
    </message>
    <message>
        <source>存为拟稿</source>
        <translation>Save as draft</translation>
    </message>
    <message>
        <source>修改督办通知单</source>
        <translation>Edit supervision notice</translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>督办通知单</source>
        <translation>Supervision notice</translation>
    </message>
    <message>
        <source>督办级别</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>单位名称或拼音首字母</source>
        <translation>Unit name or pinyin initials</translation>
    </message>
    <message>
        <source>被督办单位</source>
        <translation>Unit supervised</translation>
    </message>
    <message>
        <source>督办方式</source>
        <translation>Kind of supervision</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>督办事项</source>
        <translation>Matter supervised</translation>
    </message>
    <message>
        <source>事件来源与基本情况</source>
        <translation>Source and facts</translation>
    </message>
    <message>
        <source>前期办理及超期情况</source>
        <translation>Handling so far, overdue</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>督办依据</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>办理要求（一行一条，序号自动加）</source>
        <translation>Requirements (one a line, numbered for you)</translation>
    </message>
    <message>
        <source>逾期后果</source>
        <translation>If overdue</translation>
    </message>
    <message>
        <source>办结时限</source>
        <translation>Closing deadline</translation>
    </message>
    <message>
        <source>反馈时限</source>
        <translation>Report by</translation>
    </message>
    <message>
        <source>不填：与办结时限相同</source>
        <translation>Empty: same as the closing limit</translation>
    </message>
    <message>
        <source>抄送（一行一个）</source>
        <translation>Copy to (one a line)</translation>
    </message>
    <message>
        <source>督办联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>自动计算</source>
        <translation>Worked out</translation>
    </message>
    <message>
        <source>这些内容按记录计算，签发时再算一次，不用填写。</source>
        <translation>These come from the records and are worked out again when issued; nothing to fill in.</translation>
    </message>
</context>
<context>
    <name>NoticeDrafting</name>
    <message>
        <source>这件事已有一张未完成的督办单，在原来的上面继续。</source>
        <translation>This case has an open supervision notice; go on with that one.</translation>
    </message>
    <message>
        <source>这件事已是红牌督办，街道不能再升级，请提请区综合指挥中心挂牌督办。</source>
        <translation>This case has a red card; the street cannot go higher. Ask the district centre to list it.</translation>
    </message>
    <message>
        <source>不填：签发时推算，现在签发为 {limit}</source>
        <translation>Empty: worked out when issued; issued now it is {limit}</translation>
    </message>
    <message>
        <source>{n} 个工作日</source>
        <translation>{n} workdays</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>签发时取号</source>
        <translation>Given when issued</translation>
    </message>
    <message>
        <source>计分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>关联事件</source>
        <translation>Related case</translation>
    </message>
    <message>
        <source>事项代码</source>
        <translation>Item code</translation>
    </message>
    <message>
        <source>交办时间</source>
        <translation>Assigned at</translation>
    </message>
    <message>
        <source>原定期限</source>
        <translation>First deadline</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>{n} 次</source>
        <translation>{n} times</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>在办督办</source>
        <translation>Open supervision</translation>
    </message>
    <message>
        <source>{points} 分</source>
        <translation>{points} points</translation>
    </message>
    <message>
        <source>拟稿已保存，等审核</source>
        <translation>Draft saved, to be checked</translation>
    </message>
    <message>
        <source>修改已保存</source>
        <translation>Changes saved</translation>
    </message>
    <message>
        <source>督办单在您打开后已被改动，您填写的内容还在，没有保存。</source>
        <translation>The supervision notice was changed after you opened it. What you typed is kept but not saved.</translation>
    </message>
</context>
<context>
    <name>NoticePanel</name>
    <message>
        <source>选一张督办单，在这里看文书和办理进程</source>
        <translation>Choose a supervision notice to see its paper and progress here</translation>
    </message>
    <message>
        <source>未编号（签发时取号）</source>
        <translation>No number yet</translation>
    </message>
    <message>
        <source>关联事件 {number}</source>
        <translation>Case {number}</translation>
    </message>
    <message>
        <source>{limit}（按现在签发推算）</source>
        <translation>{limit} (if issued now)</translation>
    </message>
    <message>
        <source>办结时限</source>
        <translation>Closing deadline</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Reply slip</translation>
    </message>
    <message>
        <source>反馈时限</source>
        <translation>Report by</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Sign for</translation>
    </message>
    <message>
        <source>销号依据</source>
        <translation>Grounds to strike off</translation>
    </message>
    <message>
        <source>，补打 {n} 次</source>
        <translation>, reprinted {n} times</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Agreed items</translation>
    </message>
    <message>
        <source>您的岗位现在不需要办理这张督办单</source>
        <translation>Nothing for your post to do on this notice now</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>升级督办</source>
        <translation>Raise level</translation>
    </message>
    <message>
        <source>督办单</source>
        <translation>Supervision notice</translation>
    </message>
    <message>
        <source>{number} 已{action}</source>
        <translation>{number}: {action} done</translation>
    </message>
    <message>
        <source>督办单在您打开后已被改动，您填写的内容还在，没有保存。</source>
        <translation>The supervision notice was changed after you opened it. What you typed is kept but not saved.</translation>
    </message>
    <message>
        <source>督办文书</source>
        <translation>Supervision papers</translation>
    </message>
</context>
<context>
    <name>NoticePrinter</name>
    <message>
        <source>PDF 文件</source>
        <translation>PDF files</translation>
    </message>
    <message>
        <source>{number} 通知单和回执已存档，写入 {folder}</source>
        <translation>{number}: notice and reply slip filed, written to {folder}</translation>
    </message>
    <message>
        <source>{number} 补打第 {nth} 次，写入 {folder}</source>
        <translation>{number}: reprint {nth}, written to {folder}</translation>
    </message>
</context>
<context>
    <name>NoticeTextsView</name>
    <message>
        <source>文书用语</source>
        <translation>Notice texts</translation>
    </message>
    <message>
        <source>改动记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>用在</source>
        <translation>Used for</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>恢复内置</source>
        <translation>Back to built-in</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>用虚构的示例事件，按正式版式绘制</source>
        <translation>Drawn as it prints, with an invented case</translation>
    </message>
    <message>
        <source>通知单预览</source>
        <translation>Notice preview</translation>
    </message>
    <message>
        <source>已保存：{name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>点一下插入。［］里的话，里面的位置没有内容时整段不写。</source>
        <translation>Click to insert. A part in wide square brackets is left out when a place in it is empty.</translation>
    </message>
    <message>
        <source>未保存</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>内置</source>
        <translation>Built-in</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>自订</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>旧版…</source>
        <translation>Older…</translation>
    </message>
    <message>
        <source>现行第 {n} 版</source>
        <translation>Version {n} in force</translation>
    </message>
    <message>
        <source>
{at} {who} 改为：{text}</source>
        <translation>
{at} {who} changed it to: {text}</translation>
    </message>
</context>
<context>
    <name>NumberingDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>下一个：{number}</source>
        <translation>Next: {number}</translation>
    </message>
</context>
<context>
    <name>NumberingView</name>
    <message>
        <source>编号规则</source>
        <translation>Numbering</translation>
    </message>
    <message>
        <source>每年从 1 开始，签发时取号；作废的号保留，不再使用，编号只能往后调</source>
        <translation>From 1 each year, taken at issue; a void number is never used again, numbers only go forward</translation>
    </message>
    <message>
        <source>修改机关代字</source>
        <translation>Change office signs</translation>
    </message>
    <message>
        <source>调整下一个编号</source>
        <translation>Set next number</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>已用到</source>
        <translation>Used up to</translation>
    </message>
    <message>
        <source>下一个</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>机关代字</source>
        <translation>Office signs</translation>
    </message>
    <message>
        <source>1 到 9 个汉字；已经签发的文号不变</source>
        <translation>1 to 9 Chinese characters; issued numbers stay</translation>
    </message>
    <message>
        <source>下一个编号</source>
        <translation>Next number</translation>
    </message>
    <message>
        <source>已经手工编过号时用；{n} 以后的数都可以，中间的号空着</source>
        <translation>For numbers given by hand before; anything after {n}, those between stay unused</translation>
    </message>
    <message>
        <source>请填数字，如 12</source>
        <translation>Please enter a number, such as 12</translation>
    </message>
    <message>
        <source>编号规则已保存</source>
        <translation>Numbering saved</translation>
    </message>
    <message>
        <source>还没有</source>
        <translation>None yet</translation>
    </message>
</context>
<context>
    <name>OfficePage</name>
    <message>
        <source>单位和人员</source>
        <translation>Units and people</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>事项清单</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>人员与事项</source>
        <translation>People and items</translation>
    </message>
    <message>
        <source>搜索单位、姓名、账号、事项，支持拼音首字母</source>
        <translation>Search units, names, accounts, items; pinyin initials too</translation>
    </message>
    <message>
        <source>登记提示词</source>
        <translation>Suggestion words</translation>
    </message>
    <message>
        <source>督办规则</source>
        <translation>Supervision rules</translation>
    </message>
    <message>
        <source>文书用语</source>
        <translation>Notice texts</translation>
    </message>
    <message>
        <source>编号规则</source>
        <translation>Numbering</translation>
    </message>
</context>
<context>
    <name>OutcomesDialog</name>
    <message>
        <source>没有办成的仍在列表中选着，改好后可以再办。</source>
        <translation>Cases not done stay chosen in the list and can be tried again.</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>复制结果</source>
        <translation>Copy results</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>已办</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>未办</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>{action}：{n} 件办成，{m} 件没有办</source>
        <translation>{action}: {n} cases done, {m} not done</translation>
    </message>
    <message>
        <source>{action}：{n} 件全部办成</source>
        <translation>{action}: all {n} cases done</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>{number} 已存入文书档案。</source>
        <translation>{number} is filed.</translation>
    </message>
    <message>
        <source>{number}，文书档案中保存的原件。</source>
        <translation>{number}, the original on file.</translation>
    </message>
    <message>
        <source>草稿：会议结束后才有期号，才能存档。</source>
        <translation>Draft: it gets its issue number and is filed after the meeting.</translation>
    </message>
    <message>
        <source>通知单</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>信函</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Reply slip</translation>
    </message>
    <message>
        <source>看哪一份</source>
        <translation>Which paper</translation>
    </message>
    <message>
        <source>文书预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>第 {page}/{count} 页</source>
        <translation>Page {page}/{count}</translation>
    </message>
    <message>
        <source> · 已存档</source>
        <translation> · filed</translation>
    </message>
    <message>
        <source> · 草稿</source>
        <translation> · draft</translation>
    </message>
    <message>
        <source> · 用语第 {n} 版</source>
        <translation>· wording version {n}</translation>
    </message>
</context>
<context>
    <name>PaperPreviewDialog</name>
    <message>
        <source>已显示反映人姓名和电话，用途“{purpose}”已记入日志。</source>
        <translation>Name and phone are shown; the purpose “{purpose}” was logged.</translation>
    </message>
    <message>
        <source>不填则姓名、电话、身份证号以 * 代替</source>
        <translation>Left empty, names, phones and ID numbers are masked</translation>
    </message>
    <message>
        <source>明文用途</source>
        <translation>Purpose of clear text</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>按此用途显示姓名电话</source>
        <translation>Show name and phone</translation>
    </message>
    <message>
        <source>未发现打印机，可导出 PDF。接好打印机后重新打开本窗口。</source>
        <translation>No printer found; a PDF can be exported. Connect a printer and open this window again.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>导出 PDF…</source>
        <translation>Export PDF…</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>请写明用途</source>
        <translation>Please state the purpose</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>页码</source>
        <translation>Page</translation>
    </message>
    <message>
        <source>缩小  Ctrl -</source>
        <translation>Zoom out  Ctrl -</translation>
    </message>
    <message>
        <source>放大  Ctrl +</source>
        <translation>Zoom in  Ctrl +</translation>
    </message>
    <message>
        <source>适合宽度  Ctrl 0</source>
        <translation>Fit width  Ctrl 0</translation>
    </message>
    <message>
        <source>整页  Ctrl 9</source>
        <translation>Whole page  Ctrl 9</translation>
    </message>
    <message>
        <source>向右转  Ctrl R</source>
        <translation>Turn right  Ctrl R</translation>
    </message>
    <message>
        <source>查找  Ctrl F</source>
        <translation>Find  Ctrl F</translation>
    </message>
    <message>
        <source>上一页  PgUp</source>
        <translation>Previous page  PgUp</translation>
    </message>
    <message>
        <source>下一页  PgDn</source>
        <translation>Next page  PgDn</translation>
    </message>
    <message>
        <source>在文书里查找</source>
        <translation>Find in the paper</translation>
    </message>
    <message>
        <source>上一处  Shift F3</source>
        <translation>Previous hit  Shift F3</translation>
    </message>
    <message>
        <source>下一处  F3</source>
        <translation>Next hit  F3</translation>
    </message>
    <message>
        <source>不再查找  Esc</source>
        <translation>Stop searching  Esc</translation>
    </message>
    <message>
        <source>共 {n} 页</source>
        <translation>of {n}</translation>
    </message>
    <message>
        <source>第 {nth}/{n} 处</source>
        <translation>Hit {nth}/{n}</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Not found</translation>
    </message>
</context>
<context>
    <name>ParetoChart</name>
    <message>
        <source>排行</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>累计占比</source>
        <translation>Running share</translation>
    </message>
    <message>
        <source>第 {rank} {name} {count} 件，占 {share}，累计 {sum}</source>
        <translation>No. {rank} {name}: {count} cases, {share}, total {sum}</translation>
    </message>
</context>
<context>
    <name>PasswordDialog</name>
    <message>
        <source>重设 {who} 的密码</source>
        <translation>Reset the password of {who}</translation>
    </message>
    <message>
        <source>锁定同时解除。新密码当面告诉本人，登录时必须改成自己的。</source>
        <translation>This also unlocks the account. Tell the person the new password face to face; it must be changed at the sign-on.</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>至少 10 位，含大小写字母、数字、符号中的三种</source>
        <translation>At least 10 characters; three of capitals, small letters, digits, signs</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>重设</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>请填写新密码。</source>
        <translation>Please enter the new password.</translation>
    </message>
</context>
<context>
    <name>PasswordWarning</name>
    <message>
        <source>密码还有 {n} 天到期，请到“设置”里修改</source>
        <translation>The password ends in {n} days; change it in Settings</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>正在绘制…</source>
        <translation>Drawing…</translation>
    </message>
    <message>
        <source>文书预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>放大文书</source>
        <translation>Enlarge the paper</translation>
    </message>
    <message>
        <source>缩小文书</source>
        <translation>Shrink the paper</translation>
    </message>
    <message>
        <source>文书适合宽度</source>
        <translation>Fit the paper to the width</translation>
    </message>
    <message>
        <source>文书整页显示</source>
        <translation>Show a whole page</translation>
    </message>
    <message>
        <source>文书向右转</source>
        <translation>Turn the paper right</translation>
    </message>
    <message>
        <source>文书下一页</source>
        <translation>Next page of the paper</translation>
    </message>
    <message>
        <source>文书上一页</source>
        <translation>Previous page of the paper</translation>
    </message>
    <message>
        <source>转到文书某一页</source>
        <translation>Go to a page of the paper</translation>
    </message>
    <message>
        <source>在文书里查找</source>
        <translation>Find in the paper</translation>
    </message>
    <message>
        <source>文书里下一处</source>
        <translation>Next hit in the paper</translation>
    </message>
    <message>
        <source>文书里上一处</source>
        <translation>Previous hit in the paper</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>类型</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>上级</source>
        <translation>Parent</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>People</translation>
    </message>
    <message>
        <source>{n} 个</source>
        <translation>{n} units</translation>
    </message>
    <message>
        <source>{where} · {n} 人</source>
        <translation>{where} · {n} people</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Withdrawn</translation>
    </message>
</context>
<context>
    <name>PeriodBar</name>
    <message>
        <source>全部 {n} 个</source>
        <translation>All {n}</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>本周</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>上周</source>
        <translation>Wk−1</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>上月</source>
        <translation>Mo−1</translation>
    </message>
    <message>
        <source>本季</source>
        <translation>Qtr</translation>
    </message>
    <message>
        <source>本半年</source>
        <translation>Half</translation>
    </message>
    <message>
        <source>本年</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>自定</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>统计时期</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>前一个时期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>后一个时期</source>
        <translation>Period after</translation>
    </message>
    <message>
        <source>开始日期</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>结束日期</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>周，如 2026-W26</source>
        <translation>Week, e.g. 2026-W26</translation>
    </message>
    <message>
        <source>第几周</source>
        <translation>Which week</translation>
    </message>
    <message>
        <source>环比</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>同比</source>
        <translation>Last yr</translation>
    </message>
    <message>
        <source>对比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>口径</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>村社</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>结束早于开始</source>
        <translation>Ends before it begins</translation>
    </message>
    <message>
        <source>请填起止日期</source>
        <translation>Give first and last day</translation>
    </message>
    <message>
        <source>没有这一周</source>
        <translation>There is no such week</translation>
    </message>
</context>
<context>
    <name>PersonalView</name>
    <message>
        <source>个人设置</source>
        <translation>Personal settings</translation>
    </message>
    <message>
        <source>只管您在这台电脑上的显示和声音，换一台电脑要另设</source>
        <translation>Only how things look and sound for you on this computer</translation>
    </message>
    <message>
        <source>全部恢复默认</source>
        <translation>All back to default</translation>
    </message>
    <message>
        <source>深浅色</source>
        <translation>Light or dark</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>字号</source>
        <translation>Font size</translation>
    </message>
    <message>
        <source>标准 100%</source>
        <translation>Normal 100%</translation>
    </message>
    <message>
        <source>大 125%</source>
        <translation>Large 125%</translation>
    </message>
    <message>
        <source>特大 150%</source>
        <translation>Extra large 150%</translation>
    </message>
    <message>
        <source>台账密度</source>
        <translation>Ledger density</translation>
    </message>
    <message>
        <source>标准</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>单行</source>
        <translation>One line</translation>
    </message>
    <message>
        <source>紧凑</source>
        <translation>Compact</translation>
    </message>
    <message>
        <source>界面语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>报警声</source>
        <translation>Alarm sound</translation>
    </message>
    <message>
        <source>响</source>
        <translation>Loud</translation>
    </message>
    <message>
        <source>不响</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>不响时报警照样显示；音量在报警窗口里调</source>
        <translation>Alarms still show when off; the volume is set in the alarm window</translation>
    </message>
    <message>
        <source>减少动画</source>
        <translation>Less motion</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>列表按整行滚动，不再滑动</source>
        <translation>Lists go on by whole rows instead of gliding</translation>
    </message>
    <message>
        <source>立即生效，已填写的内容保留；文书和打印件总是中文</source>
        <translation>At once; what was typed stays. Papers and prints are always Chinese</translation>
    </message>
</context>
<context>
    <name>PhotoPurposeDialog</name>
    <message>
        <source>这张照片是</source>
        <translation>This photo shows</translation>
    </message>
    <message>
        <source>现场</source>
        <translation>Scene</translation>
    </message>
    <message>
        <source>处置前</source>
        <translation>Before</translation>
    </message>
    <message>
        <source>处置后</source>
        <translation>After</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
</context>
<context>
    <name>PhotoStrip</name>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>前一张照片</source>
        <translation>Photo before</translation>
    </message>
    <message>
        <source>后一张照片</source>
        <translation>Next photo</translation>
    </message>
    <message>
        <source>放大照片</source>
        <translation>Enlarge the photo</translation>
    </message>
</context>
<context>
    <name>PhotoViewer</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
    <message>
        <source>上一张、下一张</source>
        <translation>previous, next</translation>
    </message>
    <message>
        <source>放大、缩小</source>
        <translation>zoom in, out</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>fit</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>前后对比</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>旋转</source>
        <translation>Rotate</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save as…</translation>
    </message>
    <message>
        <source>第 {n} 张，共 {all} 张</source>
        <translation>Photo {n} of {all}</translation>
    </message>
    <message>
        <source>正在打开照片…</source>
        <translation>Opening the photo…</translation>
    </message>
</context>
<context>
    <name>Picker</name>
    <message>
        <source>没有符合的选项</source>
        <translation>Nothing fits</translation>
    </message>
    <message>
        <source>选择栏：展开选项，再按选下一个</source>
        <translation>Picker: open the choices, then the next one</translation>
    </message>
    <message>
        <source>选择栏：往下翻八个选项</source>
        <translation>Picker: eight choices down</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>照片</source>
        <translation>Photos</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>准备例会</source>
        <translation>Prepare meeting</translation>
    </message>
    <message>
        <source>议程按超期、疑难、缓议和上次议定事项自动排好；开会前可以增减，开会时数据定格。</source>
        <translation>Overdue, hard and put-off cases and the last agreed items come onto the agenda by themselves; change it until the meeting opens, then the data are frozen.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>排出议程</source>
        <translation>Make agenda</translation>
    </message>
    <message>
        <source>会议类型</source>
        <translation>Kind of meeting</translation>
    </message>
    <message>
        <source>如：王主任</source>
        <translation>e.g. Director Wang</translation>
    </message>
    <message>
        <source>不填则按类型和周次</source>
        <translation>Empty: by kind and week</translation>
    </message>
    <message>
        <source>研判哪一周</source>
        <translation>Week discussed</translation>
    </message>
    <message>
        <source>开会时间</source>
        <translation>Opens at</translation>
    </message>
    <message>
        <source>主持人</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Minutes by</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Venue</translation>
    </message>
    <message>
        <source>会议名称</source>
        <translation>Meeting name</translation>
    </message>
    <message>
        <source>{year} 年第 {week} 周（{start} 至 {end}）</source>
        <translation>Week {week} of {year} ({start} to {end})</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>图表：下一个数</source>
        <translation>Chart: next number</translation>
    </message>
    <message>
        <source>图表：上一个数</source>
        <translation>Chart: number before</translation>
    </message>
    <message>
        <source>图表：看这个数后面的事件</source>
        <translation>Chart: cases behind this number</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>练习模式 · 街道综合信息指挥室</source>
        <translation>Practice · Street Command Room</translation>
    </message>
    <message>
        <source>原来的练习由另一版程序建立，已改名保存为{name}，这里是新的练习街道。</source>
        <translation>Your earlier practice was made by another version. It was kept as {name}; this is a new practice street.</translation>
    </message>
</context>
<context>
    <name>PracticeDesk</name>
    <message>
        <source>任务完成：{title}</source>
        <translation>Task done: {title}</translation>
    </message>
    <message>
        <source>重新开始练习？</source>
        <translation>Start practice over?</translation>
    </message>
    <message>
        <source>练习数据恢复成刚准备好的样子，任务清空。真实台账不受影响。</source>
        <translation>The practice data goes back to its first state and the tasks are cleared. The real ledger is not touched.</translation>
    </message>
    <message>
        <source>重新开始</source>
        <translation>Start over</translation>
    </message>
</context>
<context>
    <name>PracticePreparing</name>
    <message>
        <source>正在准备练习街道</source>
        <translation>Making the practice street</translation>
    </message>
    <message>
        <source>第一次练习要造一条虚构的街道：三周的事件、督办和例会。以后直接打开。</source>
        <translation>The first time an invented street is made: three weeks of cases, notices and meetings. Later it just opens.</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PracticeStrip</name>
    <message>
        <source>练习模式</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>数据全是虚构的</source>
        <translation>Everything is invented</translation>
    </message>
    <message>
        <source>任务清单</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>重新开始</source>
        <translation>Start over</translation>
    </message>
    <message>
        <source>退出练习</source>
        <translation>Leave practice</translation>
    </message>
    <message>
        <source>忙碌的一天做完了：{n} 件任务全部完成</source>
        <translation>The busy day is over: all {n} tasks are done</translation>
    </message>
    <message>
        <source>可以接着随便试，或重新开始。</source>
        <translation>Go on trying, or start over.</translation>
    </message>
    <message>
        <source>任务 {nth} / {all}：{title}</source>
        <translation>Task {nth} / {all}: {title}</translation>
    </message>
</context>
<context>
    <name>PracticeTasks</name>
    <message>
        <source>忙碌的一天</source>
        <translation>A busy day</translation>
    </message>
    <message>
        <source>任务清单</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>已完成 {done} / {all}</source>
        <translation>Done {done} / {all}</translation>
    </message>
    <message>
        <source>已完成 {done} / {all}，登记平均 {seconds} 秒，目标 {aim} 秒</source>
        <translation>Done {done} / {all}; {seconds} s per registration, the aim is {aim} s</translation>
    </message>
</context>
<context>
    <name>PrintDialog</name>
    <message>
        <source>打印通知单和回执</source>
        <translation>Print notice and reply slip</translation>
    </message>
    <message>
        <source>存档并打印</source>
        <translation>File and print</translation>
    </message>
    <message>
        <source>补打</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>{number}。文书存档后写成 PDF，存档的一份以后原样补打。</source>
        <translation>{number}. The paper is filed and written as PDF; later reprints use the filed one.</translation>
    </message>
    <message>
        <source>{number} 已打印 {n} 次，这次记为补打第 {n} 次，用存档的原件。</source>
        <translation>{number} was printed {n} times; this is reprint {n}, from the original on file.</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>写好后打开，在阅读器中打印</source>
        <translation>Open it then, print from the viewer</translation>
    </message>
    <message>
        <source>请填 1 到 999</source>
        <translation>Give 1 to 999</translation>
    </message>
    <message>
        <source>写入文件夹</source>
        <translation>Write to folder</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>同时写归档副本（PDF/A-2u）</source>
        <translation>Write an archive copy too (PDF/A-2u)</translation>
    </message>
    <message>
        <source>打印到</source>
        <translation>Print to</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One-sided</translation>
    </message>
    <message>
        <source>双面，左右翻</source>
        <translation>Two-sided, long edge</translation>
    </message>
    <message>
        <source>双面，上下翻</source>
        <translation>Two-sided, short edge</translation>
    </message>
    <message>
        <source>单双面</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>每份一个文件</source>
        <translation>A file each</translation>
    </message>
    <message>
        <source>合成一个文件</source>
        <translation>One merged file</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>只写 PDF 文件</source>
        <translation>PDF files only</translation>
    </message>
</context>
<context>
    <name>PrinterFields</name>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>份数</source>
        <translation>Copies</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>页码范围</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>单面</source>
        <translation>One-sided</translation>
    </message>
    <message>
        <source>双面，左右翻</source>
        <translation>Two-sided, long edge</translation>
    </message>
    <message>
        <source>双面，上下翻</source>
        <translation>Two-sided, short edge</translation>
    </message>
    <message>
        <source>单双面</source>
        <translation>Sides</translation>
    </message>
    <message>
        <source>份数请填 1 到 999。</source>
        <translation>Copies: 1 to 999.</translation>
    </message>
    <message>
        <source>页码范围请写成 1-3,5，不填就是全部。</source>
        <translation>Write pages as 1-3,5; leave it empty for all.</translation>
    </message>
</context>
<context>
    <name>ProgressBar</name>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>{what} {done} / {total}</source>
        <translation>{what} {done} / {total}</translation>
    </message>
    <message>
        <source>{what} {done}</source>
        <translation>{what} {done}</translation>
    </message>
    <message>
        <source>正在停止……</source>
        <translation>Stopping …</translation>
    </message>
</context>
<context>
    <name>PromiseDialog</name>
    <message>
        <source>情况</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请写明情况</source>
        <translation>Say what happened</translation>
    </message>
</context>
<context>
    <name>PromiseHead</name>
    <message>
        <source>连续 {n} 次例会逾期</source>
        <translation>Overdue at {n} meetings running</translation>
    </message>
    <message>
        <source>{number} · {place}</source>
        <translation>{number} · {place}</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible person</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>成果</source>
        <translation>Deliverable</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>第 {week} 周例会议定</source>
        <translation>Agreed at the meeting of week {week}</translation>
    </message>
    <message>
        <source>上周承诺</source>
        <translation>Last promise</translation>
    </message>
    <message>
        <source>责任单位还没有反馈</source>
        <translation>The responsible unit has not reported</translation>
    </message>
    <message>
        <source>今日状态</source>
        <translation>State today</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>RankingBars</name>
    <message>
        <source>排行</source>
        <translation>Ranking</translation>
    </message>
    <message>
        <source>排名：下一名</source>
        <translation>Ranking: next</translation>
    </message>
    <message>
        <source>排名：上一名</source>
        <translation>Ranking: one before</translation>
    </message>
    <message>
        <source>排名：看这一名的事件</source>
        <translation>Ranking: cases of this one</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请写明理由。</source>
        <translation>Give a reason.</translation>
    </message>
</context>
<context>
    <name>RecentCases</name>
    <message>
        <source>今日登记</source>
        <translation>Registered today</translation>
    </message>
    <message>
        <source>今天还没有登记，保存后会显示在这里。</source>
        <translation>Nothing registered today; what you save shows here.</translation>
    </message>
    <message>
        <source>今日录入 {n} 件</source>
        <translation>{n} registered today</translation>
    </message>
    <message>
        <source>{counted} · 本次平均 {seconds} 秒 / 件</source>
        <translation>{counted} · {seconds} s a case this time</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>{year} 年度</source>
        <translation>Year {year}</translation>
    </message>
    <message>
        <source>全部年度</source>
        <translation>All years</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>督办状态</source>
        <translation>Supervision state</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>督办台账</source>
        <translation>Supervision register</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>升级</source>
        <translation>Raise</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To issue</translation>
    </message>
    <message>
        <source>办理中</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>反馈超时</source>
        <translation>Report overdue</translation>
    </message>
    <message>
        <source>待销号</source>
        <translation>To strike off</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Struck off</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>待办优先</source>
        <translation>To do first</translation>
    </message>
    <message>
        <source>普通</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>黄牌</source>
        <translation>Yellow card</translation>
    </message>
    <message>
        <source>红牌</source>
        <translation>Red card</translation>
    </message>
    <message>
        <source>挂牌</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>文号 / 级别</source>
        <translation>Number / level</translation>
    </message>
    <message>
        <source>被督办单位</source>
        <translation>Unit supervised</translation>
    </message>
    <message>
        <source>督办事项</source>
        <translation>Matter supervised</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>反馈</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Struck</translation>
    </message>
    <message>
        <source>扣分</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>按期销号率 {rate}</source>
        <translation>Struck off in time {rate}</translation>
    </message>
    <message>
        <source>扣分 {points}</source>
        <translation>Points off {points}</translation>
    </message>
    <message>
        <source>没有符合条件的督办单</source>
        <translation>No notice fits</translation>
    </message>
    <message>
        <source>清除筛选</source>
        <translation>Clear filters</translation>
    </message>
    <message>
        <source>还没有督办单，可从左边采纳建议</source>
        <translation>No notices yet; adopt a suggestion on the left</translation>
    </message>
</context>
<context>
    <name>RegisterFields</name>
    <message>
        <source>选定类别后自动计算</source>
        <translation>Worked out once the item is chosen</translation>
    </message>
    <message>
        <source>热线</source>
        <translation>Hotline</translation>
    </message>
    <message>
        <source>来访来电</source>
        <translation>Visit, call</translation>
    </message>
    <message>
        <source>网格上报</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>110 联动</source>
        <translation>110 link</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>其他来源</source>
        <translation>Other source</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>手机或座机</source>
        <translation>Mobile or landline</translation>
    </message>
    <message>
        <source>姓名，匿名可不填</source>
        <translation>Name; empty if anonymous</translation>
    </message>
    <message>
        <source>女士</source>
        <translation>Ms</translation>
    </message>
    <message>
        <source>先生</source>
        <translation>Mr</translation>
    </message>
    <message>
        <source>称谓</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>什么时间、什么地方、发生什么事、有没有人受伤、要求是什么</source>
        <translation>When, where, what happened, is anyone hurt, what is asked for</translation>
    </message>
    <message>
        <source>村社或网格，如 ysjwh</source>
        <translation>Community or grid, e.g. ysjwh</translation>
    </message>
    <message>
        <source>门牌、楼栋或路口</source>
        <translation>House, building or crossing</translation>
    </message>
    <message>
        <source>输入拼音首字母，如 lljf</source>
        <translation>Pinyin initials, e.g. lljf</translation>
    </message>
    <message>
        <source>不确定可不填</source>
        <translation>Empty if not sure</translation>
    </message>
    <message>
        <source>选定类别后自动建议</source>
        <translation>Suggested once the item is chosen</translation>
    </message>
    <message>
        <source>当场怎么处置的，结果如何</source>
        <translation>What was done on the spot, and the result</translation>
    </message>
    <message>
        <source>办结后回访来电人</source>
        <translation>Call back after closing</translation>
    </message>
    <message>
        <source>拼音首字母</source>
        <translation>Pinyin initials</translation>
    </message>
    <message>
        <source>来电号码</source>
        <translation>Caller&apos;s number</translation>
    </message>
    <message>
        <source>上报人</source>
        <translation>Reported by</translation>
    </message>
    <message>
        <source>事项描述</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>详细地址</source>
        <translation>Full address</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>承办单位</source>
        <translation>Handling unit</translation>
    </message>
    <message>
        <source>处置时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>处置结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>请写明发生了什么事。</source>
        <translation>Write down what happened.</translation>
    </message>
    <message>
        <source>请选择村社或网格，可输入拼音首字母。</source>
        <translation>Choose a community or grid; pinyin initials will do.</translation>
    </message>
    <message>
        <source>请选择事项，可输入拼音首字母，如 lljf。</source>
        <translation>Choose an item; pinyin initials will do, e.g. lljf.</translation>
    </message>
    <message>
        <source>请写明当场是怎么处置的。</source>
        <translation>Write down what was done on the spot.</translation>
    </message>
    <message>
        <source>地点「{place}」</source>
        <translation>Place “{place}”</translation>
    </message>
    <message>
        <source>建议类别「{item}」（提到“{words}”）</source>
        <translation>Item “{item}” suggested (“{words}”)</translation>
    </message>
    <message>
        <source>已识别：{found}，按 F4 采纳</source>
        <translation>Found: {found}; F4 adopts it</translation>
    </message>
    <message>
        <source>按事项清单建议，协办：{units}</source>
        <translation>Suggested by the list of items; assisting: {units}</translation>
    </message>
    <message>
        <source>按事项清单建议</source>
        <translation>Suggested by the list of items</translation>
    </message>
    <message>
        <source>附件在保存时一并存入，不进草稿</source>
        <translation>Attachments are stored on saving, not in the draft</translation>
    </message>
    <message>
        <source>建议类别「{item}」、承办「{unit}」（提到“{words}”）</source>
        <translation>Suggested item “{item}”, unit “{unit}” (mentions “{words}”)</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>快速登记</source>
        <translation>Quick register</translation>
    </message>
    <message>
        <source>登记表</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>网格自办</source>
        <translation>Grid self-handling</translation>
    </message>
    <message>
        <source>下一项</source>
        <translation>Next field</translation>
    </message>
    <message>
        <source>上一项</source>
        <translation>Field before</translation>
    </message>
    <message>
        <source>采纳建议</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>换行</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>存草稿离开</source>
        <translation>Keep draft, leave</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>保存并交办</source>
        <translation>Save and assign</translation>
    </message>
    <message>
        <source>保存并新建</source>
        <translation>Save, next case</translation>
    </message>
    <message>
        <source>请选择承办单位，或用 Ctrl Enter 只保存不交办。</source>
        <translation>Choose a unit, or save without assigning with Ctrl Enter.</translation>
    </message>
    <message>
        <source>已登记 {number}，用时 {seconds} 秒</source>
        <translation>{number} registered in {seconds} s</translation>
    </message>
    <message>
        <source>已登记 {number}，并入主件，用时 {seconds} 秒</source>
        <translation>{number} registered and joined to the main case in {seconds} s</translation>
    </message>
    <message>
        <source>已登记 {number}，已交办{unit}，用时 {seconds} 秒</source>
        <translation>{number} registered and assigned to {unit} in {seconds} s</translation>
    </message>
    <message>
        <source>已登记自办件 {number}，用时 {seconds} 秒</source>
        <translation>Self-handled {number} registered in {seconds} s</translation>
    </message>
    <message>
        <source>已登记 {number}，但后面的步骤没有完成：{why}</source>
        <translation>{number} registered, but the next steps failed: {why}</translation>
    </message>
    <message>
        <source>草稿已自动保存 {time}</source>
        <translation>Draft saved {time}</translation>
    </message>
    <message>
        <source>草稿已存在本机，下次打开登记时可以恢复</source>
        <translation>The draft is on this computer; the next registration can restore it</translation>
    </message>
    <message>
        <source>草稿只在内存里：本机现在不能保存，请尽快提交</source>
        <translation>The draft is in memory only: it cannot be saved here; submit soon</translation>
    </message>
    <message>
        <source>已用时 {minutes}:{seconds}</source>
        <translation>Time {minutes}:{seconds}</translation>
    </message>
    <message>
        <source>必填项还差 {n} 项</source>
        <translation>{n} required fields missing</translation>
    </message>
    <message>
        <source>必填项已填完，可以保存</source>
        <translation>All required fields filled; ready to save</translation>
    </message>
    <message>
        <source>附件 {name} 已存入 {number}</source>
        <translation>Attachment {name} saved to {number}</translation>
    </message>
    <message>
        <source>已撤销登记 {number}，内容已放回表中，改好后可重新保存</source>
        <translation>Registration {number} taken back; its text is in the form again, put it right and save</translation>
    </message>
    <message>
        <source>恢复草稿</source>
        <translation>Restore draft</translation>
    </message>
    <message>
        <source>采用建议的事项或单位</source>
        <translation>Take the suggested item or unit</translation>
    </message>
    <message>
        <source>查看疑似重复的事件</source>
        <translation>Look at possible duplicates</translation>
    </message>
    <message>
        <source>离开登记，草稿保留</source>
        <translation>Leave; the draft is kept</translation>
    </message>
    <message>
        <source>正在保存登记：保存以后再换界面语言。</source>
        <translation>A registration is being saved: change the language after that.</translation>
    </message>
</context>
<context>
    <name>RetireItemDialog</name>
    <message>
        <source>停用后不能再按这个事项登记；已经登记的事件照常办理，统计仍按原事项计算。</source>
        <translation>Afterwards no case can be registered under it; cases registered before go on and count as before.</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>不填则立即停用</source>
        <translation>Empty: retired at once</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>停用事项</source>
        <translation>Retire item</translation>
    </message>
    <message>
        <source>看不懂这个日期，如 2026-12-31</source>
        <translation>This day is not understood; write 2026-12-31</translation>
    </message>
</context>
<context>
    <name>RollCall</name>
    <message>
        <source>每行按 1 出席、2 请假、3 缺席、4 列席，Tab 到下一行；点到即保存。</source>
        <translation>On each line: 1 present, 2 on leave, 3 absent, 4 observer; Tab to the next; saved at once.</translation>
    </message>
    <message>
        <source>其余全部出席</source>
        <translation>All others present</translation>
    </message>
    <message>
        <source>谁来</source>
        <translation>Who comes</translation>
    </message>
    <message>
        <source>{unit}的参会人</source>
        <translation>Who comes from {unit}</translation>
    </message>
    <message>
        <source>{unit}到会情况</source>
        <translation>Attendance of {unit}</translation>
    </message>
</context>
<context>
    <name>RowsModel</name>
    <message>
        <source>该条已不在列表中</source>
        <translation>This entry is no longer in the list</translation>
    </message>
    <message>
        <source>正在读取</source>
        <translation>Reading</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>存到</source>
        <translation>Save to</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>请写明存到哪里。</source>
        <translation>Say where to save it.</translation>
    </message>
    <message>
        <source>这里已有同名文件。换一个名字，或再按一次“保存”覆盖它。</source>
        <translation>A file of this name exists. Choose another name, or press Save again to replace it.</translation>
    </message>
</context>
<context>
    <name>ScreenCard</name>
    <message>
        <source>大屏画面</source>
        <translation>Big screen</translation>
    </message>
</context>
<context>
    <name>ScreenLock</name>
    <message>
        <source>锁定屏幕</source>
        <translation>Lock the screen</translation>
    </message>
    <message>
        <source>这个账号没有密码，屏幕不锁定</source>
        <translation>This account has no password: the screen is not locked</translation>
    </message>
</context>
<context>
    <name>ScrollColumn</name>
    <message>
        <source>滚动区域</source>
        <translation>Scroll area</translation>
    </message>
</context>
<context>
    <name>SegmentedChoice</name>
    <message>
        <source>选项条：选第几项</source>
        <translation>Choices: take this one</translation>
    </message>
    <message>
        <source>选项条：前一项</source>
        <translation>Choices: one before</translation>
    </message>
    <message>
        <source>选项条：后一项</source>
        <translation>Choices: next one</translation>
    </message>
</context>
<context>
    <name>ServerNotice</name>
    <message>
        <source>待发登记</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>查看待发 Ctrl Shift D</source>
        <translation>Show list Ctrl Shift D</translation>
    </message>
    <message>
        <source>服务器已连上，正在发送 {n} 件待发登记……</source>
        <translation>The server is back; sending {n} kept registrations…</translation>
    </message>
    <message>
        <source>{n} 件待发登记服务器没有收下，内容都还在，请改好后重新保存。</source>
        <translation>The server did not take {n} kept registrations. All of it is still here; mend and save again.</translation>
    </message>
    <message>
        <source>服务器已重新连上</source>
        <translation>The server is back</translation>
    </message>
    <message>
        <source>{n} 件待发登记已发送，正式编号见待发登记 Ctrl Shift D</source>
        <translation>{n} kept registrations were sent; their numbers are in the list Ctrl Shift D</translation>
    </message>
    <message>
        <source>{provisional} 已登记，正式编号 {number}</source>
        <translation>{provisional} is registered as {number}</translation>
    </message>
    <message>
        <source>{provisional} 已登记 {number}，但后面的步骤没有完成：{why}</source>
        <translation>{provisional} is registered as {number}, but a later step failed: {why}</translation>
    </message>
    <message>
        <source>{provisional} 服务器没有收下：{why}</source>
        <translation>The server did not take {provisional}: {why}</translation>
    </message>
    <message>
        <source>{time} 起连不上服务器，正在自动重连。{n} 件登记已存在本机，连上后自动发送；可以继续登记。</source>
        <translation>No server since {time}; reconnecting. {n} registrations are kept on this computer and sent by themselves later. You can go on registering.</translation>
    </message>
    <message>
        <source>{time} 起连不上服务器，正在自动重连。{n} 件登记已加密存在本机，连上后自动发送；可以继续登记。</source>
        <translation>No server since {time}; reconnecting. {n} registrations are kept encrypted on this computer and sent by themselves later. You can go on registering.</translation>
    </message>
    <message>
        <source>{time} 起连不上服务器，正在自动重连。可以继续登记：先存在本机，连上后自动发送；其他操作请等连上再做。</source>
        <translation>No server since {time}; reconnecting. You can go on registering: it is kept here and sent later. Everything else has to wait.</translation>
    </message>
    <message>
        <source>{time} 起连不上服务器，正在自动重连。已填的内容都在，连上后再提交。</source>
        <translation>No server since {time}; reconnecting. What you typed is kept; submit it when the server is back.</translation>
    </message>
</context>
<context>
    <name>ServerSignOn</name>
    <message>
        <source>正在连接服务器……</source>
        <translation>Connecting to the server…</translation>
    </message>
    <message>
        <source>如 10.20.1.5；有备用服务器时用逗号隔开</source>
        <translation>10.20.1.5; standbys after a comma</translation>
    </message>
    <message>
        <source>服务器地址</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>端口</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>库名</source>
        <translation>Database</translation>
    </message>
    <message>
        <source>证书文件 (*.crt *.pem)</source>
        <translation>Certificate (*.crt *.pem)</translation>
    </message>
    <message>
        <source>证书文件</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>登录名</source>
        <translation>Login</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>管理员给的 ca.crt，选一次即可；服务器就是本机时不用选</source>
        <translation>ca.crt from the administrator, chosen once; not needed for a server on this computer</translation>
    </message>
    <message>
        <source>在这台电脑上记住密码</source>
        <translation>Remember the password on this computer</translation>
    </message>
    <message>
        <source>本机没有安全的凭据库，密码每次输入。</source>
        <translation>No safe key store here: the password is asked every time.</translation>
    </message>
    <message>
        <source>更改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>登录办公室服务器</source>
        <translation>Sign on to the office server</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign on</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
    <message>
        <source>1 到 65535</source>
        <translation>1 to 65535</translation>
    </message>
    <message>
        <source>服务器 {place}</source>
        <translation>Server {place}</translation>
    </message>
    <message>
        <source>本机存有 {n} 件待发登记，登记人登录后自动发送。</source>
        <translation>{n} registrations are kept on this computer; they are sent when who took them signs on.</translation>
    </message>
</context>
<context>
    <name>SettingDialog</name>
    <message>
        <source>{effect}。现行 {now}，默认 {default}。</source>
        <translation>{effect}. Now {now}, default {default}.</translation>
    </message>
    <message>
        <source>从哪天起</source>
        <translation>First day</translation>
    </message>
    <message>
        <source>不填立即生效；填以后的日期，到那天零点起生效。已经算好的时限不变。</source>
        <translation>Empty: at once. A later day: from its midnight. Deadlines already set stay.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>恢复默认</source>
        <translation>Back to default</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>改为</source>
        <translation>Change to</translation>
    </message>
    <message>
        <source>改为（{unit}）</source>
        <translation>Change to ({unit})</translation>
    </message>
    <message>
        <source>可填 {reach}；不填表示不启用</source>
        <translation>{reach}; empty switches it off</translation>
    </message>
    <message>
        <source>可填 {reach}；不填恢复默认</source>
        <translation>{reach}; empty gives the default back</translation>
    </message>
    <message>
        <source>看不懂这个日期，如 2026-12-31</source>
        <translation>This day is not understood; write 2026-12-31</translation>
    </message>
    <message>
        <source>如 08:30-12:00 14:00-17:30，最多四段；不填恢复默认</source>
        <translation>Such as 08:30-12:00 14:00-17:30, four periods at most; empty gives the default back</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>个人设置</source>
        <translation>Personal settings</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>诊断</source>
        <translation>Diagnostics</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message>
        <source>撤回未生效的改动</source>
        <translation>Take back the planned change</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>现行</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>默认</source>
        <translation>Default</translation>
    </message>
    <message>
        <source>可填</source>
        <translation>Allowed</translation>
    </message>
    <message>
        <source>影响</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>已安排</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>改动记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>还没有改过，都是默认值。</source>
        <translation>Nothing changed yet; all are defaults.</translation>
    </message>
    <message>
        <source>{n} 条，最新的在上面</source>
        <translation>{n} entries, newest first</translation>
    </message>
    <message>
        <source>共 {n} 项，{own} 项与默认不同；改动只管以后，已经算好的时限不变</source>
        <translation>{n} settings, {own} differ from the default; changes hold for what comes, deadlines already set stay</translation>
    </message>
    <message>
        <source>已保存：{name}</source>
        <translation>Saved: {name}</translation>
    </message>
    <message>
        <source>已撤回 {day} 起的改动</source>
        <translation>Planned change from {day} taken back</translation>
    </message>
    <message>
        <source>{day}起 {value}</source>
        <translation>from {day}: {value}</translation>
    </message>
</context>
<context>
    <name>SeveralBar</name>
    <message>
        <source>取消选择</source>
        <translation>Clear choice</translation>
    </message>
    <message>
        <source>已选 {n} 件</source>
        <translation>{n} chosen</translation>
    </message>
    <message>
        <source>更多</source>
        <translation>More</translation>
    </message>
    <message>
        <source>一次最多办理 {most} 件，请先筛选或分批选择</source>
        <translation>At most {most} cases at once: filter first or choose in parts</translation>
    </message>
    <message>
        <source>批量办理</source>
        <translation>Act on the chosen cases</translation>
    </message>
</context>
<context>
    <name>SeveralCases</name>
    <message>
        <source>这些事件没有可以一起办理的步骤</source>
        <translation>No step is possible for these cases together</translation>
    </message>
    <message>
        <source>、</source>
        <translation>,</translation>
    </message>
    <message>
        <source>共 {n} 件：{numbers}</source>
        <translation>{n} cases: {numbers}</translation>
    </message>
    <message>
        <source>共 {n} 件：{numbers} 等</source>
        <translation>{n} cases: {numbers} and others</translation>
    </message>
    <message>
        <source>另有 {n} 件现在不能{action}，不会改动，办完后逐件说明。</source>
        <translation>{n} more do not allow “{action}” now; they stay as they are, each with its reason.</translation>
    </message>
    <message>
        <source>已停止，没有办理，没有改动。</source>
        <translation>Stopped: not sent, nothing changed.</translation>
    </message>
    <message>
        <source>正在批量办理：办完或停下以后再换界面语言。</source>
        <translation>Several cases are being handled: change the language when that has ended or was stopped.</translation>
    </message>
</context>
<context>
    <name>ShiftStrip</name>
    <message>
        <source>{giver}交{shift}给您，等您签字接班</source>
        <translation>{giver} hands you the {shift} shift; your signature is awaited</translation>
    </message>
    <message>
        <source>看记录并签字</source>
        <translation>Read and sign</translation>
    </message>
    <message>
        <source>您交的{shift}，等{taker}签字接班</source>
        <translation>Your {shift} shift waits for {taker} to sign</translation>
    </message>
    <message>
        <source>看记录或撤回</source>
        <translation>Read or withdraw</translation>
    </message>
    <message>
        <source>点名 {n} 件</source>
        <translation>{n} named</translation>
    </message>
</context>
<context>
    <name>ShownPaper</name>
    <message>
        <source>已保存到 {path}</source>
        <translation>Saved to {path}</translation>
    </message>
    <message>
        <source>没有保存：{reason}</source>
        <translation>Not saved: {reason}</translation>
    </message>
    <message>
        <source>{number} 已存入文书档案。</source>
        <translation>{number} is filed.</translation>
    </message>
    <message>
        <source>已存入文书档案。</source>
        <translation>Filed.</translation>
    </message>
    <message>
        <source>正在送往打印机 {printer}……</source>
        <translation>Sending to printer {printer}…</translation>
    </message>
    <message>
        <source>{n} 页已送往打印机 {printer}</source>
        <translation>{n} pages sent to printer {printer}</translation>
    </message>
    <message>
        <source>{n} 页已送往打印机 {printer}，记为补打第 {nth} 次</source>
        <translation>{n} pages sent to printer {printer}, noted as reprint {nth}</translation>
    </message>
    <message>
        <source>{number}，文书档案中保存的原件。</source>
        <translation>{number}, the original on file.</translation>
    </message>
</context>
<context>
    <name>SignOnPage</name>
    <message>
        <source>街道综合信息指挥室</source>
        <translation>Street Command Room</translation>
    </message>
    <message>
        <source>正在打开数据……</source>
        <translation>Opening the data …</translation>
    </message>
    <message>
        <source>姓名、账号或拼音首字母</source>
        <translation>Name, login or pinyin initials</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign on</translation>
    </message>
    <message>
        <source>重新打开</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>练习账号不设密码</source>
        <translation>Practice accounts have no password</translation>
    </message>
    <message>
        <source>请选择账号：输入姓名或拼音首字母，按回车选定。</source>
        <translation>Choose an account: type a name or pinyin initials, confirm with Enter.</translation>
    </message>
    <message>
        <source>练习模式</source>
        <translation>Practice</translation>
    </message>
    <message>
        <source>练习窗口正在打开……</source>
        <translation>The practice window is opening …</translation>
    </message>
    <message>
        <source>练习窗口没有打开，请重试。</source>
        <translation>The practice window did not open. Try again.</translation>
    </message>
    <message>
        <source>本机文件</source>
        <translation>File on this computer</translation>
    </message>
    <message>
        <source>连接办公室服务器</source>
        <translation>Office server</translation>
    </message>
    <message>
        <source>数据在哪里</source>
        <translation>Where the data is</translation>
    </message>
</context>
<context>
    <name>SimilarBox</name>
    <message>
        <source>相似 {score}%</source>
        <translation>{score}% alike</translation>
    </message>
    <message>
        <source>将并入此件</source>
        <translation>Joins this one</translation>
    </message>
</context>
<context>
    <name>Skeleton</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>数据较多，正在读取…</source>
        <translation>Many data, reading …</translation>
    </message>
</context>
<context>
    <name>StageNotice</name>
    <message>
        <source>恢复投屏</source>
        <translation>Project again</translation>
    </message>
    <message>
        <source>第二块屏幕断开了：投屏已收起，您的屏幕没有变化。接好后可以恢复投屏。</source>
        <translation>The second screen is gone: the page is hidden and your screen is untouched. It can go on once the screen is back.</translation>
    </message>
    <message>
        <source>第二块屏幕已接回。</source>
        <translation>The second screen is back.</translation>
    </message>
</context>
<context>
    <name>StationsCard</name>
    <message>
        <source>站所排名</source>
        <translation>Station ranking</translation>
    </message>
    <message>
        <source>按得分 · 满分 100 · {n} 个单位参与 · 并列同名次 · 无件不参与排名</source>
        <translation>By score · out of 100 · {n} units · equal scores share a rank · no cases, no rank</translation>
    </message>
    <message>
        <source>打开这 {n} 件</source>
        <translation>Open these {n} cases</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>站所</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>为什么？</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>按时办结</source>
        <translation>On time</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>签收及时</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>返工</source>
        <translation>Rework</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>{unit}本期没有件，不参与排名。</source>
        <translation>{unit} had no cases this period and is not ranked.</translation>
    </message>
    <message>
        <source>{unit}得 {score} 分，第 {rank} 名；上期没有件，无从比较。</source>
        <translation>{unit}: {score} points, rank {rank}; no cases in the period before to compare with.</translation>
    </message>
    <message>
        <source>多</source>
        <translation>more</translation>
    </message>
    <message>
        <source>少</source>
        <translation>less</translation>
    </message>
    <message>
        <source>{more} {n} 分</source>
        <translation>{n} points {more}</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>same</translation>
    </message>
    <message>
        <source>名次仍为第 {rank}</source>
        <translation>rank {rank} as before</translation>
    </message>
    <message>
        <source>名次由第 {before} 到第 {rank}</source>
        <translation>rank {before} to {rank}</translation>
    </message>
    <message>
        <source>{unit}得 {score} 分，比上期{change}，{places}。</source>
        <translation>{unit}: {score} points, {change} against the period before, {places}.</translation>
    </message>
    <message>
        <source>黄牌 {n} 张</source>
        <translation>{n} yellow cards</translation>
    </message>
    <message>
        <source>红牌 {n} 张</source>
        <translation>{n} red cards</translation>
    </message>
    <message>
        <source>反馈质量</source>
        <translation>Report quality</translation>
    </message>
    <message>
        <source>{name}无件可计，权重分给其他项</source>
        <translation>{name}: no cases, its weight goes to the others</translation>
    </message>
    <message>
        <source>1−{name}</source>
        <translation>1−{name}</translation>
    </message>
    <message>
        <source>{name} {share}% × 权重 {weight} = {score}</source>
        <translation>{name} {share}% × weight {weight} = {score}</translation>
    </message>
    <message>
        <source>{group} · {figure}</source>
        <translation>{group} · {figure}</translation>
    </message>
    <message>
        <source>{unit} · 牵头件</source>
        <translation>{unit} · as lead</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>已连接</source>
        <translation>Connected</translation>
    </message>
    <message>
        <source>练习数据，人员均为虚构</source>
        <translation>Practice data; all people are invented</translation>
    </message>
    <message>
        <source>{time} 已同步</source>
        <translation>Updated {time}</translation>
    </message>
    <message>
        <source>今日录入 {n}</source>
        <translation>Today {n}</translation>
    </message>
    <message>
        <source>办结 {n}</source>
        <translation>Closed {n}</translation>
    </message>
    <message>
        <source>超期 {n}</source>
        <translation>Overdue {n}</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月 {day} 日 星期{weekday}  {time}</source>
        <translation>{year}-{month}-{day} {weekday}  {time}</translation>
    </message>
    <message>
        <source>今日录入</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>连不上服务器</source>
        <translation>No server</translation>
    </message>
</context>
<context>
    <name>StatusTabs</name>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>前一个状态页</source>
        <translation>State before</translation>
    </message>
    <message>
        <source>后一个状态页</source>
        <translation>Next state</translation>
    </message>
</context>
<context>
    <name>SuggestionAnswers</name>
    <message>
        <source>{number} 已催办</source>
        <translation>{number} reminded</translation>
    </message>
    <message>
        <source>忽略建议</source>
        <translation>Dismiss suggestion</translation>
    </message>
    <message>
        <source>{reason}：{title}。到了更高一级会再次建议。</source>
        <translation>{reason}: {title}. It is suggested again at the next level.</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>登记催办</source>
        <translation>Record reminder</translation>
    </message>
    <message>
        <source>催办方式</source>
        <translation>Kind of reminder</translation>
    </message>
    <message>
        <source>通话对象</source>
        <translation>Spoke with</translation>
    </message>
    <message>
        <source>电话、上门催办必填</source>
        <translation>Required for phone and visit</translation>
    </message>
    <message>
        <source>催办内容</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>提请区级挂牌督办</source>
        <translation>Ask district to list</translation>
    </message>
    <message>
        <source>{title}：记录已向区综合指挥中心提请，收到挂牌文件后在“登记区级挂牌”登记。</source>
        <translation>{title}: records that the district centre was asked; when its paper comes, use “Record district listing”.</translation>
    </message>
    <message>
        <source>已提请</source>
        <translation>Asked</translation>
    </message>
    <message>
        <source>提请方式和经办</source>
        <translation>How and by whom it was asked</translation>
    </message>
    <message>
        <source>{number} 的建议已忽略</source>
        <translation>Suggestion on {number} dismissed</translation>
    </message>
    <message>
        <source>{number} 已记录提请挂牌</source>
        <translation>{number}: request to list recorded</translation>
    </message>
    <message>
        <source>催办已登记</source>
        <translation>Reminder recorded</translation>
    </message>
</context>
<context>
    <name>SuggestionDialog</name>
    <message>
        <source>修改提示词</source>
        <translation>Change suggestion words</translation>
    </message>
    <message>
        <source>新增提示词</source>
        <translation>Add suggestion words</translation>
    </message>
    <message>
        <source>登记时提到这些词，就建议所选事项和它的承办单位；由人决定采不采纳。</source>
        <translation>When a registration mentions these words, the item and its unit are suggested; a person decides.</translation>
    </message>
    <message>
        <source>如 井盖，几个词用空格隔开</source>
        <translation>e.g. manhole; part several words by blanks</translation>
    </message>
    <message>
        <source>提到的词</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>名称或拼音首字母</source>
        <translation>Name or pinyin initials</translation>
    </message>
    <message>
        <source>建议事项</source>
        <translation>Suggested item</translation>
    </message>
    <message>
        <source>按字数自动</source>
        <translation>By length</translation>
    </message>
    <message>
        <source>分量</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>有几个词时，都提到才算</source>
        <translation>Several words count only together</translation>
    </message>
    <message>
        <source>1 到 100；提到多个词时相加，分量最大的事项排在前面</source>
        <translation>1 to 100; weights of several words add up, the heaviest item comes first</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
</context>
<context>
    <name>SuggestionQueue</name>
    <message>
        <source>还有 {n} 条，处理后依次显示</source>
        <translation>{n} more, shown one after another</translation>
    </message>
    <message>
        <source>督办建议</source>
        <translation>Suggestions</translation>
    </message>
    <message>
        <source>规则每 10 分钟运行</source>
        <translation>Rules run every 10 minutes</translation>
    </message>
    <message>
        <source>只升不降；确认后才生成文书</source>
        <translation>Levels only rise; papers are made once you confirm</translation>
    </message>
    <message>
        <source>改级</source>
        <translation>Change level</translation>
    </message>
    <message>
        <source>忽略</source>
        <translation>Dismiss</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>登记电话催办</source>
        <translation>Record call</translation>
    </message>
    <message>
        <source>提请挂牌</source>
        <translation>Ask to list</translation>
    </message>
    <message>
        <source>采纳并拟稿</source>
        <translation>Adopt and draft</translation>
    </message>
    <message>
        <source>现在没有需要督办的事件。规则每 10 分钟看一遍；要自己拟，按 Ctrl N。</source>
        <translation>No case needs supervision now. The rules look every 10 minutes; Ctrl N drafts a notice of your own.</translation>
    </message>
</context>
<context>
    <name>SuggestionsView</name>
    <message>
        <source>登记提示词</source>
        <translation>Suggestion words</translation>
    </message>
    <message>
        <source>新增提示词</source>
        <translation>Add suggestion words</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>输入一段来电内容，看会建议哪个事项</source>
        <translation>Type what a caller says to see which item is suggested</translation>
    </message>
    <message>
        <source>提到的词</source>
        <translation>Words</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>建议事项</source>
        <translation>Suggested item</translation>
    </message>
    <message>
        <source>建议承办</source>
        <translation>Suggested unit</translation>
    </message>
    <message>
        <source>分量</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>一条里有几个词时，都提到才算；事项名称和别名不用另立，自动生效。</source>
        <translation>Several words in a line count only together; names and synonyms of items work without a line.</translation>
    </message>
    <message>
        <source>{item} {score} 分（提到“{words}”）</source>
        <translation>{item} {score} points (mentions “{words}”)</translation>
    </message>
    <message>
        <source>没有提到任何提示词，不会建议事项。</source>
        <translation>No suggestion word is mentioned; no item is suggested.</translation>
    </message>
    <message>
        <source>已新增提示词</source>
        <translation>Suggestion words added</translation>
    </message>
    <message>
        <source>已修改提示词</source>
        <translation>Suggestion words changed</translation>
    </message>
    <message>
        <source>已停用提示词“{words}”</source>
        <translation>Suggestion words “{words}” retired</translation>
    </message>
    <message>
        <source>共 {n} 条；登记时提到这些词，就建议相应事项和承办单位</source>
        <translation>{n} lines; when a registration mentions the words, item and unit are suggested</translation>
    </message>
</context>
<context>
    <name>SupervisionPage</name>
    <message>
        <source>督办</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>搜索文号、单位、事项、事件编号，支持拼音首字母</source>
        <translation>Search number, unit, item, case number; pinyin initials too</translation>
    </message>
    <message>
        <source>导出台账</source>
        <translation>Export register</translation>
    </message>
    <message>
        <source>登记区级挂牌</source>
        <translation>District listing</translation>
    </message>
    <message>
        <source>新建督办</source>
        <translation>New notice</translation>
    </message>
    <message>
        <source>对一件事件拟督办通知单；议定事项的督办从左边的建议采纳。</source>
        <translation>Drafts a notice on a case; for agreed items adopt a suggestion on the left.</translation>
    </message>
    <message>
        <source>拟稿</source>
        <translation>Drafted</translation>
    </message>
    <message>
        <source>事件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>完整的事件编号，可从台账复制</source>
        <translation>Full case number, copied from the ledger</translation>
    </message>
    <message>
        <source>导出督办台账</source>
        <translation>Export supervision register</translation>
    </message>
    <message>
        <source>督办台账.pdf</source>
        <translation>supervision_register.pdf</translation>
    </message>
    <message>
        <source>PDF 文件 (*.pdf);;Excel 工作簿 (*.xlsx)</source>
        <translation>PDF files (*.pdf);;Excel workbooks (*.xlsx)</translation>
    </message>
    <message>
        <source>督办台账 {n} 件，写入 {path}</source>
        <translation>{n} notices written to {path}</translation>
    </message>
    <message>
        <source>打印督办文书</source>
        <translation>Print the papers</translation>
    </message>
    <message>
        <source>升级督办</source>
        <translation>Raise level</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>换到下一栏</source>
        <translation>Next part of the page</translation>
    </message>
    <message>
        <source>成批打印</source>
        <translation>Print all</translation>
    </message>
    <message>
        <source>批量打印待印文书</source>
        <translation>Print all papers that wait</translation>
    </message>
    <message>
        <source>台账和通报</source>
        <translation>Register and bulletin</translation>
    </message>
    <message>
        <source>导出台账（Ctrl E）</source>
        <translation>Export register (Ctrl E)</translation>
    </message>
    <message>
        <source>督办通报</source>
        <translation>Bulletin</translation>
    </message>
</context>
<context>
    <name>SupportDialog</name>
    <message>
        <source>生成支持包</source>
        <translation>Make support package</translation>
    </message>
    <message>
        <source>下面就是包里的全部内容，请逐项看过再保存。没有姓名、电话、地址、账号和事件内容，路径里的文件夹名也已隐去。</source>
        <translation>This is all that the package holds; please look through it before saving. There are no names, phones, addresses, accounts or case contents, and folder names are hidden.</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>包里的文件</source>
        <translation>Files in the package</translation>
    </message>
    <message>
        <source>文件内容</source>
        <translation>Content of the file</translation>
    </message>
</context>
<context>
    <name>TableCard</name>
    <message>
        <source>统计明细表</source>
        <translation>Figures table</translation>
    </message>
    <message>
        <source>分组</source>
        <translation>Grouped by</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>{n} 行 · 点任一数字看清单</source>
        <translation>{n} rows · click a number for its list</translation>
    </message>
    <message>
        <source>{n} 行 · 点任一数字看清单 · 增减为同比</source>
        <translation>{n} rows · click a number for its list · change on last year</translation>
    </message>
    <message>
        <source>{n} 行 · 点任一数字看清单 · 增减为环比</source>
        <translation>{n} rows · click a number for its list · change on the period before</translation>
    </message>
    <message>
        <source>{group} · {figure}</source>
        <translation>{group} · {figure}</translation>
    </message>
</context>
<context>
    <name>TakingBack</name>
    <message>
        <source>登记有误，撤销后重填</source>
        <translation>Registered by mistake; taken back to be filled in again</translation>
    </message>
</context>
<context>
    <name>TaskItem</name>
    <message>
        <source>任务 {n} · {share} {key}</source>
        <translation>Tasks {n} · {share} {key}</translation>
    </message>
    <message>
        <source>任务已结束 {key}</source>
        <translation>Tasks ended {key}</translation>
    </message>
    <message>
        <source>{task}：{result}</source>
        <translation>{task}: {result}</translation>
    </message>
    <message>
        <source>{name}_失败清单.xlsx</source>
        <translation>{name}_failures.xlsx</translation>
    </message>
    <message>
        <source>下载失败清单</source>
        <translation>Save failures</translation>
    </message>
    <message>
        <source>每行写着行号、原因和原来的内容；导入的清单改好以后可以直接再导入。</source>
        <translation>Each row has its line, the reason and its own values; mend the list of an import and import it as it is.</translation>
    </message>
    <message>
        <source>表格 (*.xlsx)</source>
        <translation>Spreadsheets (*.xlsx)</translation>
    </message>
    <message>
        <source>失败清单已存到 {path}</source>
        <translation>The failures were saved to {path}</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>下载失败清单</source>
        <translation>Save failures</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>用时 {time}</source>
        <translation>Took {time}</translation>
    </message>
    <message>
        <source>从第 {n} 张继续</source>
        <translation>Go on from sheet {n}</translation>
    </message>
</context>
<context>
    <name>TasksCard</name>
    <message>
        <source>议定事项落实</source>
        <translation>Agreed items under way</translation>
    </message>
    <message>
        <source>会上定的事，一件一件销号</source>
        <translation>What the meeting agreed, struck off one by one</translation>
    </message>
    <message>
        <source>在落实</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>已逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>议定事项状态</source>
        <translation>State of agreed items</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Agreed items</translation>
    </message>
    <message>
        <source>时限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>议定事项详情</source>
        <translation>Agreed item details</translation>
    </message>
    <message>
        <source>看事件</source>
        <translation>Show cases</translation>
    </message>
    <message>
        <source>看督办单</source>
        <translation>See supervision notice</translation>
    </message>
    <message>
        <source>报进展</source>
        <translation>Report progress</translation>
    </message>
    <message>
        <source>报完成</source>
        <translation>Report done</translation>
    </message>
    <message>
        <source>转督办</source>
        <translation>Turn to supervision</translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation>Do not confirm</translation>
    </message>
    <message>
        <source>确认完成</source>
        <translation>Confirm done</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible person</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>成果</source>
        <translation>Deliverable</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>会上办理</source>
        <translation>Handle at meeting</translation>
    </message>
    <message>
        <source>连续 {n} 次例会逾期</source>
        <translation>Overdue at {n} meetings running</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>{code} {text}</source>
        <translation>{code} {text}</translation>
    </message>
    <message>
        <source>确认完成并销号</source>
        <translation>Confirm done</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>完成情况</source>
        <translation>Completion</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>退回继续落实</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>{code} 已办理</source>
        <translation>{code} handled</translation>
    </message>
    <message>
        <source>还没有议定事项。按 Ctrl N 准备例会，会上议定的都在这里落实。</source>
        <translation>Nothing agreed yet. Ctrl N prepares a meeting; what it agrees on is followed here.</translation>
    </message>
    <message>
        <source>这一类没有议定事项</source>
        <translation>No agreed item of this kind</translation>
    </message>
    <message>
        <source>看全部</source>
        <translation>Show all</translation>
    </message>
</context>
<context>
    <name>TasksDialog</name>
    <message>
        <source>任务中心</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>任务</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>没有任务。导入、导出和成批打印开始以后，在这里看进度、取消、下载失败清单。</source>
        <translation>No tasks. Once an import, an export or a batch print has begun, see its progress here, cancel it, save its failures.</translation>
    </message>
    <message>
        <source>选任务</source>
        <translation>Choose</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>失败清单</source>
        <translation>Failures</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{n} 项进行中，共 {all} 项</source>
        <translation>{n} running, {all} in all</translation>
    </message>
</context>
<context>
    <name>TextArea</name>
    <message>
        <source>在长文本里换行</source>
        <translation>New line in a long text</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>流转记录</source>
        <translation>History</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>关闭提示</source>
        <translation>Close notice</translation>
    </message>
</context>
<context>
    <name>TopicHead</name>
    <message>
        <source>单位按时办结率</source>
        <translation>On-time rate of the units</translation>
    </message>
    <message>
        <source>逐个单位点名，通报请假和缺席。</source>
        <translation>Call the units one by one; name those on leave and absent.</translation>
    </message>
    <message>
        <source>数据截至 {time}，环比为上一周。</source>
        <translation>Data as of {time}, compared with the week before.</translation>
    </message>
    <message>
        <source>各单位本周按时办结率；靠后的单位说明原因。</source>
        <translation>On-time rate of each unit this week; the last ones explain.</translation>
    </message>
    <message>
        <source>通报督办单办理和销号情况。</source>
        <translation>Go through the supervision notices and what was struck off.</translation>
    </message>
    <message>
        <source>天气、节点、敏感日、专项行动；写进纪要的“下周工作重点”。</source>
        <translation>Weather, festivals, sensitive days, campaigns; goes into “Focus next week” of the minutes.</translation>
    </message>
    <message>
        <source>写进纪要的“领导讲话”。</source>
        <translation>Goes into “Leader&apos;s remarks” of the minutes.</translation>
    </message>
    <message>
        <source>记录员逐项宣读，Ctrl+M 宣读确认并生成纪要。</source>
        <translation>Read out item by item; Ctrl+M confirms and makes the minutes.</translation>
    </message>
    <message>
        <source>{arrow} {change} 点</source>
        <translation>{arrow} {change} pt</translation>
    </message>
    <message>
        <source>{arrow} {change}%</source>
        <translation>{arrow} {change}%</translation>
    </message>
    <message>
        <source>应办 {due} · 超期 {late}</source>
        <translation>Due {due} · overdue {late}</translation>
    </message>
    <message>
        <source>{text}（{unit} {person}，{due}）</source>
        <translation>{text} ({unit} {person}, {due})</translation>
    </message>
</context>
<context>
    <name>TrendCard</name>
    <message>
        <source>录入与办结趋势</source>
        <translation>Registered and closed</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>周</source>
        <translation>Week</translation>
    </message>
    <message>
        <source>月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>按日、周、月</source>
        <translation>By day, week, month</translation>
    </message>
    <message>
        <source>件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>按日 · {n} 天 · 点任一天看清单</source>
        <translation>By day · {n} days · click one for its list</translation>
    </message>
    <message>
        <source>按周 · {n} 周 · 点任一周看清单</source>
        <translation>By week · {n} weeks · click one for its list</translation>
    </message>
    <message>
        <source>按月 · {n} 个月 · 点任一月看清单</source>
        <translation>By month · {n} months · click one for its list</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>去年录入</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>这段时间还没有到</source>
        <translation>This time is still to come</translation>
    </message>
    <message>
        <source>录入 {n} 件</source>
        <translation>{n} registered</translation>
    </message>
    <message>
        <source>办结 {n} 件</source>
        <translation>{n} closed</translation>
    </message>
    <message>
        <source>去年同期 {n} 件</source>
        <translation>{n} last year</translation>
    </message>
    <message>
        <source>{time} {what}</source>
        <translation>{time} {what}</translation>
    </message>
</context>
<context>
    <name>UnitRow</name>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
</context>
<context>
    <name>UnitsField</name>
    <message>
        <source>拼音首字母，可选几个</source>
        <translation>Pinyin initials, several allowed</translation>
    </message>
    <message>
        <source>去掉 {unit}</source>
        <translation>Remove {unit}</translation>
    </message>
</context>
<context>
    <name>UnlockDialog</name>
    <message>
        <source>屏幕已锁定</source>
        <translation>Screen locked</translation>
    </message>
    <message>
        <source>{who} 输入密码继续；正在填写的内容都在。</source>
        <translation>{who}: enter the password to go on; what you were typing is kept.</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>换人：退出程序</source>
        <translation>Someone else: quit</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
</context>
<context>
    <name>UnsentFiles</name>
    <message>
        <source>重新发送附件</source>
        <translation>Send attachments again</translation>
    </message>
    <message>
        <source>不要这个附件</source>
        <translation>Drop this attachment</translation>
    </message>
    <message>
        <source>{n} 个附件没有存入，还保留着：{number} 的 {name}，{why}</source>
        <translation>{n} attachments not saved, still kept: {name} of {number}, {why}</translation>
    </message>
</context>
<context>
    <name>ViewNameDialog</name>
    <message>
        <source>如：待交办的急件</source>
        <translation>e.g. Urgent, to assign</translation>
    </message>
    <message>
        <source>视图名称</source>
        <translation>Name of the view</translation>
    </message>
    <message>
        <source>共享给本街道所有人</source>
        <translation>Share with everybody of the street</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>请填写</source>
        <translation>Please fill in</translation>
    </message>
</context>
<context>
    <name>VirtualTable</name>
    <message>
        <source>表格：打开所选的一行</source>
        <translation>Table: open the chosen row</translation>
    </message>
    <message>
        <source>表格：下一行</source>
        <translation>Table: next row</translation>
    </message>
    <message>
        <source>表格：上一行</source>
        <translation>Table: row before</translation>
    </message>
    <message>
        <source>表格：第一行</source>
        <translation>Table: first row</translation>
    </message>
    <message>
        <source>表格：最后一行</source>
        <translation>Table: last row</translation>
    </message>
    <message>
        <source>表格：连着多选</source>
        <translation>Table: choose neighbours too</translation>
    </message>
    <message>
        <source>表格：移动但不选</source>
        <translation>Table: move without choosing</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>表格：选或不选这一行</source>
        <translation>Table: choose this row or not</translation>
    </message>
    <message>
        <source>表格：全选</source>
        <translation>Table: choose all</translation>
    </message>
    <message>
        <source>表格：展开这一组</source>
        <translation>Table: open this group</translation>
    </message>
    <message>
        <source>表格：折叠这一组</source>
        <translation>Table: close this group</translation>
    </message>
</context>
<context>
    <name>WaitingDialog</name>
    <message>
        <source>待发登记</source>
        <translation>Waiting to be sent</translation>
    </message>
    <message>
        <source>没有待发的登记。服务器连不上时照常登记，会先存在本机，连上后自动发送。</source>
        <translation>Nothing waits. While the server is away go on registering: it is kept here and sent by itself later.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>WaitingRow</name>
    <message>
        <source>放回表中修改</source>
        <translation>Back into the form</translation>
    </message>
</context>
<context>
    <name>WallHead</name>
    <message>
        <source>今日运行态势</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>WallPage</name>
    <message>
        <source>大屏显示全街道的统计，由指挥室和街道领导使用。</source>
        <translation>The wall display shows figures of the whole street, for the command room and the street&apos;s leaders.</translation>
    </message>
    <message>
        <source>投放到大屏或收回</source>
        <translation>Show or hide the wall</translation>
    </message>
    <message>
        <source>大屏投放</source>
        <translation>Wall display</translation>
    </message>
    <message>
        <source>大屏画面</source>
        <translation>Big screen</translation>
    </message>
    <message>
        <source>读不到数据，大屏保留着上一次的画面。</source>
        <translation>No data can be read; the wall keeps its last figures.</translation>
    </message>
    <message>
        <source>又读到数据了，大屏已更新。</source>
        <translation>Data can be read again; the wall is fresh.</translation>
    </message>
    <message>
        <source>未读到</source>
        <translation>never</translation>
    </message>
    <message>
        <source>读不到数据：大屏保留 {time} 的画面，并写明时间；读到后自动更新。</source>
        <translation>No data can be read: the wall keeps the figures of {time} and says so; it goes on by itself.</translation>
    </message>
    <message>
        <source>读不到数据：大屏上还没有画面；读到后自动显示。</source>
        <translation>No data can be read: nothing is on the wall yet; it will show by itself.</translation>
    </message>
    <message>
        <source>数据截至 {time}</source>
        <translation>Data as of {time}</translation>
    </message>
    <message>
        <source>今日：零时到现在，与昨日此时相比。本月：录入口径，与上月同期相比。排名：站所本月得分。热度：本月录入数。超期未办结：最久的在前。</source>
        <translation>Today: since midnight, beside yesterday by this time. Month: by registration, beside last month by this day. Ranking: the stations&apos; scores this month. Heat: cases registered this month. Overdue: the longest first.</translation>
    </message>
    <message>
        <source>大屏正在投放：收回以后再换界面语言。</source>
        <translation>The wall display is on: take it back, then change the language.</translation>
    </message>
</context>
<context>
    <name>WallSettings</name>
    <message>
        <source>投放</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>减少动画：名单翻页，不滚动</source>
        <translation>Less motion: lists turn pages</translation>
    </message>
    <message>
        <source>F11 投放或收回；在大屏上按 Esc 也收回。大屏上没有姓名、电话和门牌。</source>
        <translation>F11 shows or hides it; Esc on the wall hides it, too. No names, numbers or doors stand there.</translation>
    </message>
    <message>
        <source>投到哪块屏幕</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>没有第二块屏幕：将在一个可以移动的窗口里显示。</source>
        <translation>There is no second screen: it will stand in a window that can be moved.</translation>
    </message>
    <message>
        <source>{n} 米</source>
        <translation>{n} m</translation>
    </message>
    <message>
        <source>观看距离</source>
        <translation>Seen from</translation>
    </message>
    <message>
        <source>对角线（英寸）</source>
        <translation>Diagonal (inches)</translation>
    </message>
    <message>
        <source>由屏幕报告</source>
        <translation>As the screen tells</translation>
    </message>
    <message>
        <source>屏幕断开，已收起</source>
        <translation>Screen gone, hidden</translation>
    </message>
    <message>
        <source>正在投例会</source>
        <translation>A meeting is shown</translation>
    </message>
    <message>
        <source>没有投放</source>
        <translation>Not shown</translation>
    </message>
    <message>
        <source>第二块屏幕投放中</source>
        <translation>On the second screen</translation>
    </message>
    <message>
        <source>窗口投放中</source>
        <translation>In a window</translation>
    </message>
    <message>
        <source>收回大屏</source>
        <translation>Hide the wall</translation>
    </message>
    <message>
        <source>投放大屏</source>
        <translation>Show the wall</translation>
    </message>
    <message>
        <source>请填 10 到 600 之间的数</source>
        <translation>Enter a number from 10 to 600</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>大屏</source>
        <translation>Wall display</translation>
    </message>
    <message>
        <source>站所排名</source>
        <translation>Station ranking</translation>
    </message>
    <message>
        <source>近 14 天趋势</source>
        <translation>Last 14 days</translation>
    </message>
    <message>
        <source>网格热度</source>
        <translation>Heat</translation>
    </message>
    <message>
        <source>超期未办结</source>
        <translation>Open overdue</translation>
    </message>
    <message>
        <source>实时</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>本月</source>
        <translation>Month</translation>
    </message>
    <message>
        <source>本月得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>本月还没有可排名的站所</source>
        <translation>No station can be ranked this month</translation>
    </message>
    <message>
        <source>本月还没有事件</source>
        <translation>No cases this month</translation>
    </message>
    <message>
        <source>共 {n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>没有超期未办结的事件</source>
        <translation>Nothing is overdue</translation>
    </message>
    <message>
        <source>数据截至 {time}</source>
        <translation>Data as of {time}</translation>
    </message>
    <message>
        <source>{month} 月 {day} 日 周{weekday}</source>
        <translation>{weekday} {month}-{day}</translation>
    </message>
</context>
<context>
    <name>WeeksStrip</name>
    <message>
        <source>最近 {n} 周</source>
        <translation>Last {n} weeks</translation>
    </message>
    <message>
        <source>按现在的状态，同一标尺；点开看大图</source>
        <translation>As they stand now, same scale; click to enlarge</translation>
    </message>
    <message>
        <source>第 {n} 周</source>
        <translation>Week {n}</translation>
    </message>
</context>
<context>
    <name>WholeTable</name>
    <message>
        <source>没有符合的内容；搜索或筛选过的话，放宽条件再看</source>
        <translation>Nothing fits; if you searched or filtered, ask for less</translation>
    </message>
</context>
<context>
    <name>WordingsDialog</name>
    <message>
        <source>旧版用语：{name}</source>
        <translation>Older wording: {name}</translation>
    </message>
    <message>
        <source>已经打印的文书不变；每份存档都记着用的是第几版。</source>
        <translation>Printed papers do not change; each kept paper records its version.</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>修改人</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>旧版用语</source>
        <translation>Older wording</translation>
    </message>
    <message>
        <source>这一版的用语</source>
        <translation>Text of this version</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>换回这一版</source>
        <translation>Take this version back</translation>
    </message>
    <message>
        <source>第 {n} 版</source>
        <translation>Version {n}</translation>
    </message>
    <message>
        <source>内置</source>
        <translation>Built-in</translation>
    </message>
</context>
<context>
    <name>YearBoard</name>
    <message>
        <source>工作日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>Month {month}</translation>
    </message>
    <message>
        <source>一二三四五六日</source>
        <translation>MTWTFSS</translation>
    </message>
</context>
<context>
    <name>_ColumnLine</name>
    <message>
        <source>占满其余宽度</source>
        <translation>Takes the rest</translation>
    </message>
    <message>
        <source>默认宽度</source>
        <translation>Usual width</translation>
    </message>
    <message>
        <source>{column}的宽度</source>
        <translation>Width of {column}</translation>
    </message>
    <message>
        <source>上移{column}</source>
        <translation>Move {column} up</translation>
    </message>
</context>
<context>
    <name>_MatterLine</name>
    <message>
        <source>嘱咐</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>{case} 的嘱咐</source>
        <translation>Remark on {case}</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>{nth}. {title}</source>
        <translation>{nth}. {title}</translation>
    </message>
    <message>
        <source>{n} 秒</source>
        <translation>{n} s</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>待完成</source>
        <translation>To do</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>强制指派</source>
        <translation>Forced assignment</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Sign for</translation>
    </message>
    <message>
        <source>反馈办结</source>
        <translation>Report back</translation>
    </message>
    <message>
        <source>处置经过与结果</source>
        <translation>Handling and result</translation>
    </message>
    <message>
        <source>核查通过</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>核查意见</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>群众怎么说</source>
        <translation>What the people say</translation>
    </message>
    <message>
        <source>办理记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>进展情况</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>催办内容</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Reassign</translation>
    </message>
    <message>
        <source>不同意退回</source>
        <translation>Refuse return</translation>
    </message>
    <message>
        <source>不同意的理由</source>
        <translation>Reason for refusing</translation>
    </message>
    <message>
        <source>退回返工</source>
        <translation>Send for rework</translation>
    </message>
    <message>
        <source>哪里没有办好</source>
        <translation>What is not done well</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>退回理由</source>
        <translation>Reason for return</translation>
    </message>
    <message>
        <source>建议退回</source>
        <translation>Suggest return</translation>
    </message>
    <message>
        <source>申请延期</source>
        <translation>Ask to extend</translation>
    </message>
    <message>
        <source>延期理由</source>
        <translation>Reason to extend</translation>
    </message>
    <message>
        <source>同意延期</source>
        <translation>Grant extension</translation>
    </message>
    <message>
        <source>批复意见</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>驳回延期</source>
        <translation>Refuse extension</translation>
    </message>
    <message>
        <source>驳回理由</source>
        <translation>Reason for refusing</translation>
    </message>
    <message>
        <source>协办签收</source>
        <translation>Assist: sign for</translation>
    </message>
    <message>
        <source>协办回复</source>
        <translation>Assist: reply</translation>
    </message>
    <message>
        <source>协办情况</source>
        <translation>What was done to assist</translation>
    </message>
    <message>
        <source>已阅</source>
        <translation>Read</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>加急</source>
        <translation>Mark priority</translation>
    </message>
    <message>
        <source>加急原因</source>
        <translation>Why it has priority</translation>
    </message>
    <message>
        <source>取消加急</source>
        <translation>Drop priority</translation>
    </message>
    <message>
        <source>领导批示</source>
        <translation>Leader&apos;s instruction</translation>
    </message>
    <message>
        <source>批示原文</source>
        <translation>Words of the instruction</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>挂起原因</source>
        <translation>Reason to suspend</translation>
    </message>
    <message>
        <source>恢复办理</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>上报区级</source>
        <translation>With the district</translation>
    </message>
    <message>
        <source>上报理由</source>
        <translation>Reason to report up</translation>
    </message>
    <message>
        <source>区级退回</source>
        <translation>District returned</translation>
    </message>
    <message>
        <source>区级意见</source>
        <translation>District&apos;s opinion</translation>
    </message>
    <message>
        <source>区级办结</source>
        <translation>District closed</translation>
    </message>
    <message>
        <source>区级处置结果</source>
        <translation>District&apos;s outcome</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>重新办理的原因</source>
        <translation>Reason to reopen</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>并入主件</source>
        <translation>Join to main case</translation>
    </message>
    <message>
        <source>主件编号</source>
        <translation>Main case number</translation>
    </message>
    <message>
        <source>取消并件</source>
        <translation>Separate cases</translation>
    </message>
    <message>
        <source>取消后两件分别办理、分别统计。</source>
        <translation>Afterwards both are handled and counted on their own.</translation>
    </message>
    <message>
        <source>代为办结</source>
        <translation>Close for the unit</translation>
    </message>
    <message>
        <source>处置结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>不予受理的理由</source>
        <translation>Reason for refusing</translation>
    </message>
    <message>
        <source>建议不受理</source>
        <translation>Suggest refusal</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>作废原因（编号不再使用）</source>
        <translation>Reason to void (the number is not used again)</translation>
    </message>
</context>
<context>
    <name>date_words</name>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
</context>
<context>
    <name>days</name>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{year}-{month}-{day}</translation>
    </message>
    <message>
        <source>{month}月{day}日（周{weekday}）</source>
        <translation>{weekday} {month}-{day}</translation>
    </message>
</context>
<context>
    <name>figures</name>
    <message>
        <source>{figure}增减</source>
        <translation>{figure} change</translation>
    </message>
    <message>
        <source>导出统计表</source>
        <translation>Export figures</translation>
    </message>
    <message>
        <source>{street}事件统计</source>
        <translation>Cases of {street}</translation>
    </message>
    <message>
        <source>{n} 件</source>
        <translation>{n} cases</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>去年录入</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>未填事项</source>
        <translation>No item</translation>
    </message>
    <message>
        <source>分母为零的比率显示“—”；比率的环比、同比为百分点之差；不含草稿、作废和重复件。</source>
        <translation>“—” where the denominator is zero; rates change in percentage points; without drafts, void and duplicate cases.</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>本期</source>
        <translation>This period</translation>
    </message>
    <message>
        <source>上期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>环比</source>
        <translation>Prev. period</translation>
    </message>
    <message>
        <source>去年同期</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>同比</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>指标对比</source>
        <translation>Compared</translation>
    </message>
    <message>
        <source>统计明细表</source>
        <translation>Figures table</translation>
    </message>
    <message>
        <source>名次</source>
        <translation>Rank</translation>
    </message>
    <message>
        <source>上期名次</source>
        <translation>Rank before</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>件数</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>占比</source>
        <translation>Share</translation>
    </message>
    <message>
        <source>累计占比</source>
        <translation>Running share</translation>
    </message>
    <message>
        <source>事项排行</source>
        <translation>Item ranking</translation>
    </message>
    <message>
        <source>站所</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>得分</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>黄牌</source>
        <translation>Yellow card</translation>
    </message>
    <message>
        <source>红牌</source>
        <translation>Red card</translation>
    </message>
    <message>
        <source>站所排名</source>
        <translation>Station ranking</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>趋势</source>
        <translation>Trend</translation>
    </message>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>星期与小时</source>
        <translation>Weekday and hour</translation>
    </message>
    <message>
        <source>{points} 个百分点</source>
        <translation>{points} percentage points</translation>
    </message>
    <message>
        <source>未交办（自办或待办）</source>
        <translation>Not assigned (self-handled or waiting)</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>{start} 至 {end}</source>
        <translation>{start} to {end}</translation>
    </message>
    <message>
        <source>{first} 至 {last}</source>
        <translation>{first} to {last}</translation>
    </message>
    <message>
        <source>{year} 年第 {week} 周</source>
        <translation>Week {week} of {year}</translation>
    </message>
    <message>
        <source>{name}（{days}）</source>
        <translation>{name} ({days})</translation>
    </message>
    <message>
        <source>{year} 年 {month} 月</source>
        <translation>{year}-{month}</translation>
    </message>
    <message>
        <source>{year} 年第 {n} 季度</source>
        <translation>Quarter {n} of {year}</translation>
    </message>
    <message>
        <source>{year} 年上半年</source>
        <translation>First half of {year}</translation>
    </message>
    <message>
        <source>{year} 年下半年</source>
        <translation>Second half of {year}</translation>
    </message>
    <message>
        <source>{year} 年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>第 {week} 周 · {days}</source>
        <translation>Week {week} · {days}</translation>
    </message>
    <message>
        <source>{week}（仅 {n} 天）</source>
        <translation>{week} (only {n} days)</translation>
    </message>
    <message>
        <source>{month} 月</source>
        <translation>Month {month}</translation>
    </message>
    <message>
        <source> 点</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>{label} 持平</source>
        <translation>{label} unchanged</translation>
    </message>
    <message>
        <source>新上榜</source>
        <translation>New</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>same</translation>
    </message>
    <message>
        <source>↑ 升 {n}</source>
        <translation>↑ {n}</translation>
    </message>
    <message>
        <source>↓ 降 {n}</source>
        <translation>↓ {n}</translation>
    </message>
    <message>
        <source>口径：{basis} · 时期 {days} · 截至 {cutoff}</source>
        <translation>Basis: {basis} · period {days} · as of {cutoff}</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>流转</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>按期办结</source>
        <translation>Closed in time</translation>
    </message>
    <message>
        <source>超期办结</source>
        <translation>Closed late</translation>
    </message>
    <message>
        <source>超期未办结</source>
        <translation>Open overdue</translation>
    </message>
    <message>
        <source>应办结</source>
        <translation>Due to close</translation>
    </message>
    <message>
        <source>按时签收</source>
        <translation>Signed in time</translation>
    </message>
    <message>
        <source>应签收</source>
        <translation>Due to sign</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>满意和基本满意</source>
        <translation>Satisfied or fairly so</translation>
    </message>
    <message>
        <source>有效回访</source>
        <translation>Valid call-backs</translation>
    </message>
    <message>
        <source>返工</source>
        <translation>Rework</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>退回过</source>
        <translation>Ever returned</translation>
    </message>
    <message>
        <source>交办过</source>
        <translation>Ever assigned</translation>
    </message>
    <message>
        <source>元旦</source>
        <translation>New Year</translation>
    </message>
    <message>
        <source>春节</source>
        <translation>Spring Festival</translation>
    </message>
    <message>
        <source>清明</source>
        <translation>Qingming</translation>
    </message>
    <message>
        <source>劳动节</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <source>端午</source>
        <translation>Dragon Boat</translation>
    </message>
    <message>
        <source>中秋</source>
        <translation>Mid-Autumn</translation>
    </message>
    <message>
        <source>国庆</source>
        <translation>National Day</translation>
    </message>
    <message>
        <source>周{weekday}</source>
        <translation>{weekday}</translation>
    </message>
</context>
<context>
    <name>first_steps</name>
    <message>
        <source>每个人用自己的账号，流转记录里才有名有姓。先给值班员和各站所承办人建账号，不要合用。</source>
        <translation>With an account each, the history names people. Begin with operators and station handlers; never share one.</translation>
    </message>
    <message>
        <source>站所、内设机构和村社已经按区里的名单建好，网格在导入台账时自动补齐。核对名称、负责人和电话：交办和督办通知单都用它们。</source>
        <translation>Stations, offices and communities are set up from the district&apos;s list; grids come with the first import. Check names, heads and phones: assignments and notices use them.</translation>
    </message>
    <message>
        <source>六十一项准入清单已经装好，时限和牵头单位是建议值。核对牵头单位和时限，本地的临时事项写明依据和截止日期。</source>
        <translation>The sixty-one items are in; their limits and lead units are proposals. Check both, and add temporary items with their basis and last day.</translation>
    </message>
    <message>
        <source>一般事件的期限按工作日历计算。国家公布的假日和调休已经在里面，核对本地的停工和补班。</source>
        <translation>Deadlines of ordinary cases run by the working calendar. Announced holidays are in it; check the local days off and make-up days.</translation>
    </message>
    <message>
        <source>按 F2 登记第一件事件，看看编号、期限和建议的承办单位对不对。想先练手，请用练习模式。</source>
        <translation>Register the first case with F2 and look at number, deadline and suggested unit. To try things out, use practice.</translation>
    </message>
    <message>
        <source>台账只有这一个文件。做一份备份，存到另一块硬盘或 U 盘；备份做完会自动验证，验证通过才算数。</source>
        <translation>The ledger is one file. Back it up to another disk; the copy is proven before it counts.</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>紧急待受理</source>
        <translation>Urgent, to accept</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>临期</source>
        <translation>Nearly due</translation>
    </message>
    <message>
        <source>受理时限</source>
        <translation>Acceptance limit</translation>
    </message>
    <message>
        <source>办理时限</source>
        <translation>Time limit</translation>
    </message>
    <message>
        <source>核查时限</source>
        <translation>Verification limit</translation>
    </message>
    <message>
        <source>报警</source>
        <translation>Alarms</translation>
    </message>
    <message>
        <source>分钟数</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>音量</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>新建</source>
        <translation>New</translation>
    </message>
    <message>
        <source>草稿</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>待受理</source>
        <translation>To accept</translation>
    </message>
    <message>
        <source>待交办</source>
        <translation>To assign</translation>
    </message>
    <message>
        <source>待签收</source>
        <translation>To sign for</translation>
    </message>
    <message>
        <source>处置中</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>待核查</source>
        <translation>To verify</translation>
    </message>
    <message>
        <source>已办结</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>待回访</source>
        <translation>To call back</translation>
    </message>
    <message>
        <source>已归档</source>
        <translation>Archived</translation>
    </message>
    <message>
        <source>退回待改派</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>挂起</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>上报区级</source>
        <translation>With the district</translation>
    </message>
    <message>
        <source>不予受理或作废</source>
        <translation>Refused or void</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>重大</source>
        <translation>Major</translation>
    </message>
    <message>
        <source>一级（网格）</source>
        <translation>Level 1 (grid)</translation>
    </message>
    <message>
        <source>二级（村社）</source>
        <translation>Level 2 (community)</translation>
    </message>
    <message>
        <source>三级（街道）</source>
        <translation>Level 3 (street)</translation>
    </message>
    <message>
        <source>四级（区）</source>
        <translation>Level 4 (district)</translation>
    </message>
    <message>
        <source>网格员上报</source>
        <translation>Grid worker</translation>
    </message>
    <message>
        <source>人工录入</source>
        <translation>Entered by hand</translation>
    </message>
    <message>
        <source>村社上报</source>
        <translation>Community report</translation>
    </message>
    <message>
        <source>12345转办</source>
        <translation>12345 hotline</translation>
    </message>
    <message>
        <source>110非警务联动</source>
        <translation>110 police link</translation>
    </message>
    <message>
        <source>群众来访来电</source>
        <translation>Visit or call</translation>
    </message>
    <message>
        <source>视频巡查</source>
        <translation>Video patrol</translation>
    </message>
    <message>
        <source>部门流转</source>
        <translation>From a department</translation>
    </message>
    <message>
        <source>上级交办</source>
        <translation>From above</translation>
    </message>
    <message>
        <source>领导批示</source>
        <translation>Leader&apos;s instruction</translation>
    </message>
    <message>
        <source>媒体舆情</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>双随机检查</source>
        <translation>Random inspection</translation>
    </message>
    <message>
        <source>联合执法</source>
        <translation>Joint enforcement</translation>
    </message>
    <message>
        <source>红色代办点</source>
        <translation>Errand service point</translation>
    </message>
    <message>
        <source>指挥室</source>
        <translation>Command room</translation>
    </message>
    <message>
        <source>派驻站所</source>
        <translation>Station</translation>
    </message>
    <message>
        <source>内设机构</source>
        <translation>Street office</translation>
    </message>
    <message>
        <source>村（社区）</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>街道领导</source>
        <translation>Street leader</translation>
    </message>
    <message>
        <source>区级</source>
        <translation>District</translation>
    </message>
    <message>
        <source>牵头</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>协办</source>
        <translation>Assist</translation>
    </message>
    <message>
        <source>抄告</source>
        <translation>For information</translation>
    </message>
    <message>
        <source>值班员</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>值班长</source>
        <translation>Shift lead</translation>
    </message>
    <message>
        <source>指挥室主任</source>
        <translation>Room director</translation>
    </message>
    <message>
        <source>站所承办人</source>
        <translation>Station handler</translation>
    </message>
    <message>
        <source>站所负责人</source>
        <translation>Station head</translation>
    </message>
    <message>
        <source>村社网格员</source>
        <translation>Community grid worker</translation>
    </message>
    <message>
        <source>文书打印员</source>
        <translation>Document printer</translation>
    </message>
    <message>
        <source>区级值班员</source>
        <translation>District operator</translation>
    </message>
    <message>
        <source>系统管理员</source>
        <translation>System administrator</translation>
    </message>
    <message>
        <source>安全管理员</source>
        <translation>Security administrator</translation>
    </message>
    <message>
        <source>审计员</source>
        <translation>Auditor</translation>
    </message>
    <message>
        <source>非常满意</source>
        <translation>Very satisfied</translation>
    </message>
    <message>
        <source>满意</source>
        <translation>Satisfied</translation>
    </message>
    <message>
        <source>基本满意</source>
        <translation>Fairly satisfied</translation>
    </message>
    <message>
        <source>不满意</source>
        <translation>Dissatisfied</translation>
    </message>
    <message>
        <source>未接通</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>不属本单位职责</source>
        <translation>Not our duty</translation>
    </message>
    <message>
        <source>不属本辖区</source>
        <translation>Not our area</translation>
    </message>
    <message>
        <source>信息不全</source>
        <translation>Details missing</translation>
    </message>
    <message>
        <source>重复事件</source>
        <translation>Duplicate case</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>待批复</source>
        <translation>Answer awaited</translation>
    </message>
    <message>
        <source>已同意</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>未同意</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>未批复，已随流转失效</source>
        <translation>Not answered; lapsed on transfer</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>临时</source>
        <translation>Temporary</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Retired</translation>
    </message>
    <message>
        <source>未督办</source>
        <translation>No supervision</translation>
    </message>
    <message>
        <source>普通督办</source>
        <translation>Ordinary</translation>
    </message>
    <message>
        <source>黄牌督办</source>
        <translation>Yellow card</translation>
    </message>
    <message>
        <source>红牌督办</source>
        <translation>Red card</translation>
    </message>
    <message>
        <source>绿灯</source>
        <translation>Green light</translation>
    </message>
    <message>
        <source>黄灯</source>
        <translation>Yellow light</translation>
    </message>
    <message>
        <source>红灯</source>
        <translation>Red light</translation>
    </message>
    <message>
        <source>停表</source>
        <translation>Clock stopped</translation>
    </message>
    <message>
        <source>不计时</source>
        <translation>Not timed</translation>
    </message>
    <message>
        <source>综治工作</source>
        <translation>Public order</translation>
    </message>
    <message>
        <source>市场监管</source>
        <translation>Market regulation</translation>
    </message>
    <message>
        <source>综合执法</source>
        <translation>Enforcement</translation>
    </message>
    <message>
        <source>便民服务</source>
        <translation>Public services</translation>
    </message>
    <message>
        <source>存草稿</source>
        <translation>Save draft</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>网格自办</source>
        <translation>Grid self-handling</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>提请不予受理</source>
        <translation>Propose refusal</translation>
    </message>
    <message>
        <source>不予受理</source>
        <translation>Refuse</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>交办</source>
        <translation>Assign</translation>
    </message>
    <message>
        <source>改派</source>
        <translation>Reassign</translation>
    </message>
    <message>
        <source>强制指派</source>
        <translation>Forced assignment</translation>
    </message>
    <message>
        <source>驳回退回</source>
        <translation>Reject return</translation>
    </message>
    <message>
        <source>签收</source>
        <translation>Sign for</translation>
    </message>
    <message>
        <source>协办接收</source>
        <translation>Assist: sign for</translation>
    </message>
    <message>
        <source>协办反馈</source>
        <translation>Assist: report</translation>
    </message>
    <message>
        <source>阅知</source>
        <translation>Mark as read</translation>
    </message>
    <message>
        <source>办理记录</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>反馈办结</source>
        <translation>Report back</translation>
    </message>
    <message>
        <source>直接反馈办结</source>
        <translation>Report back directly</translation>
    </message>
    <message>
        <source>核查通过</source>
        <translation>Verified</translation>
    </message>
    <message>
        <source>核查退回</source>
        <translation>Send for rework</translation>
    </message>
    <message>
        <source>提请退回</source>
        <translation>Ask to return</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Return</translation>
    </message>
    <message>
        <source>申请延期</source>
        <translation>Ask to extend</translation>
    </message>
    <message>
        <source>同意延期</source>
        <translation>Grant extension</translation>
    </message>
    <message>
        <source>不同意延期</source>
        <translation>Refuse extension</translation>
    </message>
    <message>
        <source>恢复办理</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>区级退回</source>
        <translation>District returned</translation>
    </message>
    <message>
        <source>区级反馈办结</source>
        <translation>District closed</translation>
    </message>
    <message>
        <source>回访</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Reopen</translation>
    </message>
    <message>
        <source>归档</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>加急</source>
        <translation>Mark priority</translation>
    </message>
    <message>
        <source>取消加急</source>
        <translation>Drop priority</translation>
    </message>
    <message>
        <source>催办</source>
        <translation>Remind</translation>
    </message>
    <message>
        <source>解除督办</source>
        <translation>Lift supervision</translation>
    </message>
    <message>
        <source>标为重复</source>
        <translation>Mark as duplicate</translation>
    </message>
    <message>
        <source>取消重复</source>
        <translation>Unmark duplicate</translation>
    </message>
    <message>
        <source>随主件办结</source>
        <translation>Closed with main</translation>
    </message>
    <message>
        <source>更正信息</source>
        <translation>Correct details</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attach</translation>
    </message>
    <message>
        <source>例会议定</source>
        <translation>Agreed at meeting</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>最新在前</source>
        <translation>Newest first</translation>
    </message>
    <message>
        <source>最早在前</source>
        <translation>Oldest first</translation>
    </message>
    <message>
        <source>先到期在前</source>
        <translation>Due first</translation>
    </message>
    <message>
        <source>待办理</source>
        <translation>To handle</translation>
    </message>
    <message>
        <source>重大续报</source>
        <translation>Major: follow up</translation>
    </message>
    <message>
        <source>待协办</source>
        <translation>To assist</translation>
    </message>
    <message>
        <source>待阅</source>
        <translation>To read</translation>
    </message>
    <message>
        <source>临近到期</source>
        <translation>Nearly due</translation>
    </message>
    <message>
        <source>待审延期</source>
        <translation>Extension asked</translation>
    </message>
    <message>
        <source>挂起待复查</source>
        <translation>Suspension review</translation>
    </message>
    <message>
        <source>电话相同</source>
        <translation>Same phone</translation>
    </message>
    <message>
        <source>地点相近</source>
        <translation>Nearby place</translation>
    </message>
    <message>
        <source>内容相似</source>
        <translation>Similar text</translation>
    </message>
    <message>
        <source>事项相同</source>
        <translation>Same item</translation>
    </message>
    <message>
        <source>网格相同</source>
        <translation>Same grid</translation>
    </message>
    <message>
        <source>由当前承办单位办理</source>
        <translation>by the unit handling it</translation>
    </message>
    <message>
        <source>由协办单位办理</source>
        <translation>by an assisting unit</translation>
    </message>
    <message>
        <source>由抄告单位办理</source>
        <translation>by a unit informed</translation>
    </message>
    <message>
        <source>协办单位都已反馈</source>
        <translation>all assisting units have reported</translation>
    </message>
    <message>
        <source>退回未满两次</source>
        <translation>returned less than twice</translation>
    </message>
    <message>
        <source>已退回两次</source>
        <translation>returned twice</translation>
    </message>
    <message>
        <source>不是强制指派</source>
        <translation>not a forced assignment</translation>
    </message>
    <message>
        <source>延期未满两次</source>
        <translation>extended less than twice</translation>
    </message>
    <message>
        <source>恢复到挂起前的状态</source>
        <translation>back to the state before suspension</translation>
    </message>
    <message>
        <source>尚未督办</source>
        <translation>not yet supervised</translation>
    </message>
    <message>
        <source>督办低于黄牌</source>
        <translation>supervision below yellow card</translation>
    </message>
    <message>
        <source>督办低于红牌</source>
        <translation>supervision below red card</translation>
    </message>
    <message>
        <source>正在督办</source>
        <translation>under supervision</translation>
    </message>
    <message>
        <source>已标为重复</source>
        <translation>marked as duplicate</translation>
    </message>
    <message>
        <source>未标为重复</source>
        <translation>not marked as duplicate</translation>
    </message>
    <message>
        <source>会议刚刚议定</source>
        <translation>Just agreed at the meeting</translation>
    </message>
    <message>
        <source>录入数</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>办结数</source>
        <translation>Closed</translation>
    </message>
    <message>
        <source>未办结数</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>办结率</source>
        <translation>Closing rate</translation>
    </message>
    <message>
        <source>流转数</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>自办（未流转）数</source>
        <translation>Self-handled</translation>
    </message>
    <message>
        <source>流转率</source>
        <translation>Transfer rate</translation>
    </message>
    <message>
        <source>网格自办办结数</source>
        <translation>Closed by grids</translation>
    </message>
    <message>
        <source>自办率</source>
        <translation>Self-handling rate</translation>
    </message>
    <message>
        <source>流转件办结数</source>
        <translation>Transfers closed</translation>
    </message>
    <message>
        <source>流转件办结率</source>
        <translation>Transfer closing rate</translation>
    </message>
    <message>
        <source>应办结数</source>
        <translation>Due to close</translation>
    </message>
    <message>
        <source>按期办结数</source>
        <translation>Closed in time</translation>
    </message>
    <message>
        <source>超期办结数</source>
        <translation>Closed late</translation>
    </message>
    <message>
        <source>流转件应办结数</source>
        <translation>Transfers due</translation>
    </message>
    <message>
        <source>按时办结率</source>
        <translation>On-time rate</translation>
    </message>
    <message>
        <source>流转件按时办结率</source>
        <translation>Transfer on-time rate</translation>
    </message>
    <message>
        <source>超期未办结数</source>
        <translation>Open overdue</translation>
    </message>
    <message>
        <source>超期未办结率</source>
        <translation>Open overdue rate</translation>
    </message>
    <message>
        <source>流转件超期未办结率</source>
        <translation>Transfers overdue</translation>
    </message>
    <message>
        <source>受理及时率</source>
        <translation>Timely acceptance</translation>
    </message>
    <message>
        <source>交办及时率</source>
        <translation>Timely assignment</translation>
    </message>
    <message>
        <source>签收及时率</source>
        <translation>Timely signing</translation>
    </message>
    <message>
        <source>准确交办率</source>
        <translation>Right-first assignment</translation>
    </message>
    <message>
        <source>退回率</source>
        <translation>Return rate</translation>
    </message>
    <message>
        <source>返工率</source>
        <translation>Rework rate</translation>
    </message>
    <message>
        <source>流转件返工率</source>
        <translation>Transfer rework rate</translation>
    </message>
    <message>
        <source>延期率</source>
        <translation>Extension rate</translation>
    </message>
    <message>
        <source>流转件延期率</source>
        <translation>Transfer extension rate</translation>
    </message>
    <message>
        <source>满意率</source>
        <translation>Satisfaction rate</translation>
    </message>
    <message>
        <source>一次核查通过率</source>
        <translation>First-pass rate</translation>
    </message>
    <message>
        <source>督办按期销号率</source>
        <translation>Supervision on time</translation>
    </message>
    <message>
        <source>议定事项完成率</source>
        <translation>Agreed items done</translation>
    </message>
    <message>
        <source>网格在线率</source>
        <translation>Grids online</translation>
    </message>
    <message>
        <source>满分网格率</source>
        <translation>Full-mark grids</translation>
    </message>
    <message>
        <source>有效上报率</source>
        <translation>Valid reports</translation>
    </message>
    <message>
        <source>事件编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>原编号</source>
        <translation>Original number</translation>
    </message>
    <message>
        <source>事件名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>事件内容</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>事件来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>所属大类</source>
        <translation>Category</translation>
    </message>
    <message>
        <source>平台</source>
        <translation>Platform</translation>
    </message>
    <message>
        <source>所属村社</source>
        <translation>Community</translation>
    </message>
    <message>
        <source>所属网格</source>
        <translation>Grid</translation>
    </message>
    <message>
        <source>微网格</source>
        <translation>Micro-grid</translation>
    </message>
    <message>
        <source>发生地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>发生时间</source>
        <translation>Happened at</translation>
    </message>
    <message>
        <source>登记时间</source>
        <translation>Registered at</translation>
    </message>
    <message>
        <source>当事人</source>
        <translation>Person concerned</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>事件等级</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>当前状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>当前单位</source>
        <translation>Current unit</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>办结时间</source>
        <translation>Closed at</translation>
    </message>
    <message>
        <source>群众评价</source>
        <translation>Public rating</translation>
    </message>
    <message>
        <source>处置结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>办理进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>意见</source>
        <translation>Opinion</translation>
    </message>
    <message>
        <source>批示</source>
        <translation>Instruction</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>编码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>经度</source>
        <translation>Longitude</translation>
    </message>
    <message>
        <source>纬度</source>
        <translation>Latitude</translation>
    </message>
    <message>
        <source>涉及人数</source>
        <translation>People involved</translation>
    </message>
    <message>
        <source>需要回访</source>
        <translation>Call back needed</translation>
    </message>
    <message>
        <source>涉稳</source>
        <translation>Public stability</translation>
    </message>
    <message>
        <source>公开</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>简称</source>
        <translation>Short name</translation>
    </message>
    <message>
        <source>主管部门</source>
        <translation>Department in charge</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>负责人电话</source>
        <translation>Head&apos;s phone</translation>
    </message>
    <message>
        <source>值班人</source>
        <translation>On duty</translation>
    </message>
    <message>
        <source>职务</source>
        <translation>Post</translation>
    </message>
    <message>
        <source>接收人</source>
        <translation>Received by</translation>
    </message>
    <message>
        <source>签字人</source>
        <translation>Signed by</translation>
    </message>
    <message>
        <source>销号依据</source>
        <translation>Grounds to strike off</translation>
    </message>
    <message>
        <source>督办事项</source>
        <translation>Matter supervised</translation>
    </message>
    <message>
        <source>办理要求</source>
        <translation>Requirements</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>反馈内容</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>对象</source>
        <translation>Subject</translation>
    </message>
    <message>
        <source>打印机</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>通话对象</source>
        <translation>Spoke with</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>主持人</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Minutes by</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible person</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>别名</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>批准文号</source>
        <translation>Approval number</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>办结时限</source>
        <translation>Closing deadline</translation>
    </message>
    <message>
        <source>回复时限</source>
        <translation>Reply deadline</translation>
    </message>
    <message>
        <source>基本情况</source>
        <translation>Basic facts</translation>
    </message>
    <message>
        <source>办理情况</source>
        <translation>Handling so far</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>督办依据</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>逾期后果</source>
        <translation>If overdue</translation>
    </message>
    <message>
        <source>抄送</source>
        <translation>Copy to</translation>
    </message>
    <message>
        <source>督办方式</source>
        <translation>Kind of supervision</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>区级编号</source>
        <translation>District number</translation>
    </message>
    <message>
        <source>挂牌机关</source>
        <translation>Listing authority</translation>
    </message>
    <message>
        <source>整改目标</source>
        <translation>Goal</translation>
    </message>
    <message>
        <source>整改措施</source>
        <translation>Measures</translation>
    </message>
    <message>
        <source>包案领导</source>
        <translation>Leader in charge</translation>
    </message>
    <message>
        <source>讨论情况</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>领导讲话</source>
        <translation>Leader&apos;s remarks</translation>
    </message>
    <message>
        <source>下周重点</source>
        <translation>Focus next week</translation>
    </message>
    <message>
        <source>摘牌文号</source>
        <translation>Delisting number</translation>
    </message>
    <message>
        <source>核查结果</source>
        <translation>Verification result</translation>
    </message>
    <message>
        <source>成果形式</source>
        <translation>Deliverable</translation>
    </message>
    <message>
        <source>报送对象</source>
        <translation>Report to</translation>
    </message>
    <message>
        <source>是否流转</source>
        <translation>Transferred</translation>
    </message>
    <message>
        <source>亮灯</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>超期工作日</source>
        <translation>Workdays overdue</translation>
    </message>
    <message>
        <source>督办</source>
        <translation>Supervision</translation>
    </message>
    <message>
        <source>退回次数</source>
        <translation>Times returned</translation>
    </message>
    <message>
        <source>返工次数</source>
        <translation>Times reworked</translation>
    </message>
    <message>
        <source>延期次数</source>
        <translation>Times extended</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>事件台账</source>
        <translation>Case ledger</translation>
    </message>
    <message>
        <source>未导入</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>WGS-84（含国家 2000）</source>
        <translation>WGS-84 (incl. CGCS2000)</translation>
    </message>
    <message>
        <source>GCJ-02（高德、腾讯）</source>
        <translation>GCJ-02 (Amap, Tencent)</translation>
    </message>
    <message>
        <source>没有写编码和名称</source>
        <translation>No code and no name</translation>
    </message>
    <message>
        <source>街道里没有这个网格或村社</source>
        <translation>The street has no such grid or community</translation>
    </message>
    <message>
        <source>名称对应几个单位，请写编码</source>
        <translation>The name fits several units; give the code</translation>
    </message>
    <message>
        <source>这个单位不是网格或村社</source>
        <translation>This unit is neither grid nor community</translation>
    </message>
    <message>
        <source>文件里出现两次，只收第一次</source>
        <translation>Twice in the file; only the first is taken</translation>
    </message>
    <message>
        <source>不是面（Polygon、MultiPolygon）</source>
        <translation>Not an area (Polygon, MultiPolygon)</translation>
    </message>
    <message>
        <source>坐标里有不是数字的内容</source>
        <translation>Coordinates that are not numbers</translation>
    </message>
    <message>
        <source>边界不足四个点</source>
        <translation>The boundary has fewer than four points</translation>
    </message>
    <message>
        <source>边界没有闭合，首尾两点不同</source>
        <translation>The boundary is not closed</translation>
    </message>
    <message>
        <source>边界没有围出面积</source>
        <translation>The boundary encloses no area</translation>
    </message>
    <message>
        <source>经纬度写反了，应先经度后纬度</source>
        <translation>Longitude and latitude are swapped; longitude first</translation>
    </message>
    <message>
        <source>不在中国范围内，请核对坐标系</source>
        <translation>Outside China; check the coordinate system</translation>
    </message>
    <message>
        <source>点太多，请先简化边界</source>
        <translation>Too many points; simplify the boundary</translation>
    </message>
    <message>
        <source>边界自己相交，建议重画</source>
        <translation>The boundary crosses itself; draw it again</translation>
    </message>
    <message>
        <source>代替原有边界</source>
        <translation>Replaces the old boundary</translation>
    </message>
    <message>
        <source>登记事件</source>
        <translation>register cases</translation>
    </message>
    <message>
        <source>受理事件</source>
        <translation>accept cases</translation>
    </message>
    <message>
        <source>交办事件</source>
        <translation>assign cases</translation>
    </message>
    <message>
        <source>办理事件</source>
        <translation>handle cases</translation>
    </message>
    <message>
        <source>核查事件</source>
        <translation>verify cases</translation>
    </message>
    <message>
        <source>审批事件</source>
        <translation>approve cases</translation>
    </message>
    <message>
        <source>标记事件</source>
        <translation>mark cases</translation>
    </message>
    <message>
        <source>导入事件</source>
        <translation>import cases</translation>
    </message>
    <message>
        <source>查看事件</source>
        <translation>view cases</translation>
    </message>
    <message>
        <source>查看个人信息</source>
        <translation>view personal details</translation>
    </message>
    <message>
        <source>导出</source>
        <translation>export</translation>
    </message>
    <message>
        <source>组织例会</source>
        <translation>run meetings</translation>
    </message>
    <message>
        <source>在例会汇报</source>
        <translation>report at meetings</translation>
    </message>
    <message>
        <source>起草督办</source>
        <translation>draft supervision</translation>
    </message>
    <message>
        <source>审核督办</source>
        <translation>check supervision</translation>
    </message>
    <message>
        <source>签发督办</source>
        <translation>issue supervision</translation>
    </message>
    <message>
        <source>打印督办文书</source>
        <translation>print supervision papers</translation>
    </message>
    <message>
        <source>回复督办</source>
        <translation>reply to supervision</translation>
    </message>
    <message>
        <source>登记挂牌督办</source>
        <translation>record listed supervision</translation>
    </message>
    <message>
        <source>查看统计</source>
        <translation>view figures</translation>
    </message>
    <message>
        <source>修改设置</source>
        <translation>change settings</translation>
    </message>
    <message>
        <source>管理账号</source>
        <translation>manage accounts</translation>
    </message>
    <message>
        <source>查看审计</source>
        <translation>view the audit log</translation>
    </message>
    <message>
        <source>备份数据</source>
        <translation>back up data</translation>
    </message>
    <message>
        <source>拟稿</source>
        <translation>Drafted</translation>
    </message>
    <message>
        <source>已审核</source>
        <translation>Checked</translation>
    </message>
    <message>
        <source>已签发</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已回复</source>
        <translation>Replied</translation>
    </message>
    <message>
        <source>回复退回</source>
        <translation>Reply sent back</translation>
    </message>
    <message>
        <source>申请销号</source>
        <translation>Strike-off asked</translation>
    </message>
    <message>
        <source>已销号</source>
        <translation>Struck off</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>审核</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>退回修改</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>签发</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Deliver</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Reply</translation>
    </message>
    <message>
        <source>退回回复</source>
        <translation>Send reply back</translation>
    </message>
    <message>
        <source>核查</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>销号</source>
        <translation>Strike off</translation>
    </message>
    <message>
        <source>延长时限</source>
        <translation>Extend limit</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>正在办理</source>
        <translation>Ongoing</translation>
    </message>
    <message>
        <source>需要协调</source>
        <translation>Needs help</translation>
    </message>
    <message>
        <source>待签发</source>
        <translation>To issue</translation>
    </message>
    <message>
        <source>督办中</source>
        <translation>Supervised</translation>
    </message>
    <message>
        <source>逾期未回复</source>
        <translation>Reply overdue</translation>
    </message>
    <message>
        <source>待销号</source>
        <translation>To strike off</translation>
    </message>
    <message>
        <source>周例会</source>
        <translation>Weekly meeting</translation>
    </message>
    <message>
        <source>联席会议</source>
        <translation>Joint meeting</translation>
    </message>
    <message>
        <source>专题会商</source>
        <translation>Special consultation</translation>
    </message>
    <message>
        <source>每日会商</source>
        <translation>Daily consultation</translation>
    </message>
    <message>
        <source>筹备中</source>
        <translation>Being prepared</translation>
    </message>
    <message>
        <source>进行中</source>
        <translation>In session</translation>
    </message>
    <message>
        <source>已结束</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>出席</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>请假</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>缺席</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>列席</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>签到</source>
        <translation>Roll call</translation>
    </message>
    <message>
        <source>上次议定事项</source>
        <translation>Last agreed items</translation>
    </message>
    <message>
        <source>本周概况</source>
        <translation>This week</translation>
    </message>
    <message>
        <source>排名通报</source>
        <translation>Ranking circular</translation>
    </message>
    <message>
        <source>超期事件</source>
        <translation>Overdue cases</translation>
    </message>
    <message>
        <source>督办事件</source>
        <translation>Supervised cases</translation>
    </message>
    <message>
        <source>疑难事件</source>
        <translation>Hard cases</translation>
    </message>
    <message>
        <source>确认议定事项</source>
        <translation>Confirm agreed items</translation>
    </message>
    <message>
        <source>待议</source>
        <translation>To discuss</translation>
    </message>
    <message>
        <source>已议</source>
        <translation>Discussed</translation>
    </message>
    <message>
        <source>已议定</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>缓议</source>
        <translation>Put off</translation>
    </message>
    <message>
        <source>已移出</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>上次缓议</source>
        <translation>Put off last time</translation>
    </message>
    <message>
        <source>提请上会</source>
        <translation>Put forward</translation>
    </message>
    <message>
        <source>多次退回</source>
        <translation>Often returned</translation>
    </message>
    <message>
        <source>多次返工</source>
        <translation>Often reworked</translation>
    </message>
    <message>
        <source>已挂起</source>
        <translation>Suspended</translation>
    </message>
    <message>
        <source>已上报区级</source>
        <translation>With the district</translation>
    </message>
    <message>
        <source>重大事件</source>
        <translation>Major case</translation>
    </message>
    <message>
        <source>继续办理</source>
        <translation>Carry on</translation>
    </message>
    <message>
        <source>延期</source>
        <translation>Extend</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>未开始</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To confirm</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>逾期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>已转督办</source>
        <translation>Now supervised</translation>
    </message>
    <message>
        <source>议定</source>
        <translation>Agreed</translation>
    </message>
    <message>
        <source>进展</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>报完成</source>
        <translation>Report done</translation>
    </message>
    <message>
        <source>确认完成</source>
        <translation>Confirm done</translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation>Do not confirm</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>转督办</source>
        <translation>Turn to supervision</translation>
    </message>
    <message>
        <source>逾期未完成</source>
        <translation>Overdue, not done</translation>
    </message>
    <message>
        <source>已改派</source>
        <translation>Reassigned</translation>
    </message>
    <message>
        <source>已延期</source>
        <translation>Extended</translation>
    </message>
    <message>
        <source>已拟督办单</source>
        <translation>Notice drafted</translation>
    </message>
    <message>
        <source>系统催办</source>
        <translation>Reminder by system</translation>
    </message>
    <message>
        <source>电话催办</source>
        <translation>Reminder by phone</translation>
    </message>
    <message>
        <source>提请区挂牌督办</source>
        <translation>Ask district to list</translation>
    </message>
    <message>
        <source>今日到期</source>
        <translation>Due today</translation>
    </message>
    <message>
        <source>逾期未签收</source>
        <translation>Not signed for in time</translation>
    </message>
    <message>
        <source>督办到期未销号</source>
        <translation>Supervision past its limit</translation>
    </message>
    <message>
        <source>久无进展</source>
        <translation>No progress for long</translation>
    </message>
    <message>
        <source>议定事项逾期</source>
        <translation>Agreed item overdue</translation>
    </message>
    <message>
        <source>采纳</source>
        <translation>Adopt</translation>
    </message>
    <message>
        <source>不采纳</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>上门催办</source>
        <translation>Reminder in person</translation>
    </message>
    <message>
        <source>工作日</source>
        <translation>Workday</translation>
    </message>
    <message>
        <source>调休上班</source>
        <translation>Make-up workday</translation>
    </message>
    <message>
        <source>周末</source>
        <translation>Weekend</translation>
    </message>
    <message>
        <source>节假日</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>按平台</source>
        <translation>By platform</translation>
    </message>
    <message>
        <source>按站所</source>
        <translation>By station</translation>
    </message>
    <message>
        <source>按村社</source>
        <translation>By community</translation>
    </message>
    <message>
        <source>按网格</source>
        <translation>By grid</translation>
    </message>
    <message>
        <source>按事项</source>
        <translation>By item</translation>
    </message>
    <message>
        <source>按大类</source>
        <translation>By category</translation>
    </message>
    <message>
        <source>按日</source>
        <translation>By day</translation>
    </message>
    <message>
        <source>按周</source>
        <translation>By week</translation>
    </message>
    <message>
        <source>按月</source>
        <translation>By month</translation>
    </message>
    <message>
        <source>录入口径</source>
        <translation>By registration</translation>
    </message>
    <message>
        <source>办结口径</source>
        <translation>By closing</translation>
    </message>
    <message>
        <source>受理交办</source>
        <translation>Accept and assign</translation>
    </message>
    <message>
        <source>首次反馈</source>
        <translation>First report</translation>
    </message>
    <message>
        <source>退回审核</source>
        <translation>Review of returns</translation>
    </message>
    <message>
        <source>从{moment}起算</source>
        <translation>Counted from {moment}</translation>
    </message>
    <message>
        <source>时限{number}个工作日</source>
        <translation>Limit: {number} workdays</translation>
    </message>
    <message>
        <source>时限{number}分钟（工作时间）</source>
        <translation>Limit: {number} minutes (working time)</translation>
    </message>
    <message>
        <source>时限{number}分钟（自然时间）</source>
        <translation>Limit: {number} minutes (clock time)</translation>
    </message>
    <message>
        <source>从{day}开始计算</source>
        <translation>Counting starts {day}</translation>
    </message>
    <message>
        <source>第{number}个工作日：{day}</source>
        <translation>Workday {number}: {day}</translation>
    </message>
    <message>
        <source>第{number}个工作日：{day}（调休上班{note}）</source>
        <translation>Workday {number}: {day} (make-up day {note})</translation>
    </message>
    <message>
        <source>周末不计：{day}{last_day}</source>
        <translation>Weekend not counted: {day}{last_day}</translation>
    </message>
    <message>
        <source>节假日不计：{day}{last_day}{note}</source>
        <translation>Holiday not counted: {day}{last_day}{note}</translation>
    </message>
    <message>
        <source>{day}计{number}分钟</source>
        <translation>{day}: {number} minutes counted</translation>
    </message>
    <message>
        <source>延期{number}个工作日</source>
        <translation>Extended by {number} workdays</translation>
    </message>
    <message>
        <source>延期{number}天</source>
        <translation>Extended by {number} days</translation>
    </message>
    <message>
        <source>{number}年的放假安排尚未公布，按周一至周五计算</source>
        <translation>Holidays of {number} not announced; Monday to Friday counted</translation>
    </message>
    <message>
        <source>{moment}到期</source>
        <translation>Due {moment}</translation>
    </message>
    <message>
        <source>个工作日</source>
        <translation>workdays</translation>
    </message>
    <message>
        <source>分钟（工作时间）</source>
        <translation>minutes (working time)</translation>
    </message>
    <message>
        <source>分钟</source>
        <translation>minutes</translation>
    </message>
    <message>
        <source>分子</source>
        <translation>Numerator</translation>
    </message>
    <message>
        <source>分母</source>
        <translation>Denominator</translation>
    </message>
    <message>
        <source>挂牌中</source>
        <translation>Listed</translation>
    </message>
    <message>
        <source>已整改</source>
        <translation>Rectified</translation>
    </message>
    <message>
        <source>已摘牌</source>
        <translation>Delisted</translation>
    </message>
    <message>
        <source>处置</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>撤销登记</source>
        <translation>Take back registration</translation>
    </message>
    <message>
        <source>由登记人本人</source>
        <translation>By who registered it</translation>
    </message>
    <message>
        <source>登记后十分钟内</source>
        <translation>Within ten minutes of registering</translation>
    </message>
    <message>
        <source>登记时已当场处置</source>
        <translation>Settled on the spot when registered</translation>
    </message>
    <message>
        <source>提示词</source>
        <translation>Suggestion words</translation>
    </message>
    <message>
        <source>分量</source>
        <translation>Weight</translation>
    </message>
    <message>
        <source>24 小时内</source>
        <translation>Within 24 hours</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>hours</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>次</source>
        <translation>times</translation>
    </message>
    <message>
        <source>次例会</source>
        <translation>meetings</translation>
    </message>
    <message>
        <source>分</source>
        <translation>points</translation>
    </message>
    <message>
        <source>是或否</source>
        <translation>yes or no</translation>
    </message>
    <message>
        <source>文字</source>
        <translation>text</translation>
    </message>
    <message>
        <source>用语</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>督办规则</source>
        <translation>Supervision rules</translation>
    </message>
    <message>
        <source>文书用语</source>
        <translation>Notice texts</translation>
    </message>
    <message>
        <source>按日历重算时限</source>
        <translation>Deadlines recalculated by calendar</translation>
    </message>
    <message>
        <source>按状态</source>
        <translation>By state</translation>
    </message>
    <message>
        <source>按类别</source>
        <translation>By item</translation>
    </message>
    <message>
        <source>按承办单位</source>
        <translation>By unit</translation>
    </message>
    <message>
        <source>人员和账号</source>
        <translation>People and accounts</translation>
    </message>
    <message>
        <source>单位和网格</source>
        <translation>Units and grids</translation>
    </message>
    <message>
        <source>事项清单</source>
        <translation>Items</translation>
    </message>
    <message>
        <source>工作日历</source>
        <translation>Calendar</translation>
    </message>
    <message>
        <source>第一件登记</source>
        <translation>First case</translation>
    </message>
    <message>
        <source>第一次备份</source>
        <translation>First backup</translation>
    </message>
    <message>
        <source>交接班</source>
        <translation>Change shift</translation>
    </message>
    <message>
        <source>白班</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>夜班</source>
        <translation>Night</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>紧急在办</source>
        <translation>Urgent open</translation>
    </message>
    <message>
        <source>嘱咐</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>交办下一班的事件</source>
        <translation>Cases for the next shift</translation>
    </message>
    <message>
        <source>共享列表视图</source>
        <translation>Share list views</translation>
    </message>
    <message>
        <source>机关代字</source>
        <translation>Office signs</translation>
    </message>
    <message>
        <source>下一个编号</source>
        <translation>Next number</translation>
    </message>
    <message>
        <source>未打印</source>
        <translation>Not printed</translation>
    </message>
    <message>
        <source>行号</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>督办通知单</source>
        <translation>Supervision notice</translation>
    </message>
    <message>
        <source>会议纪要</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source>主件</source>
        <translation>Main case</translation>
    </message>
    <message>
        <source>重复件</source>
        <translation>Duplicate</translation>
    </message>
    <message>
        <source>同一来电</source>
        <translation>Same caller</translation>
    </message>
    <message>
        <source>同一地点</source>
        <translation>Same place</translation>
    </message>
    <message>
        <source>同次例会议定</source>
        <translation>Same meeting&apos;s decisions</translation>
    </message>
    <message>
        <source>上下班时间</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>催办通知书</source>
        <translation>Reminder</translation>
    </message>
    <message>
        <source>督办函（致派出部门）</source>
        <translation>Letter to the department</translation>
    </message>
    <message>
        <source>提请挂牌督办的请示</source>
        <translation>Request to list</translation>
    </message>
    <message>
        <source>销号审批表</source>
        <translation>Approval to strike off</translation>
    </message>
    <message>
        <source>挂牌督办通知书</source>
        <translation>Listing order</translation>
    </message>
    <message>
        <source>挂牌督办登记表</source>
        <translation>Listing registration</translation>
    </message>
    <message>
        <source>协办单位</source>
        <translation>Assisting units</translation>
    </message>
    <message>
        <source>抄告单位</source>
        <translation>Units informed</translation>
    </message>
    <message>
        <source>核查意见</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>督办通报</source>
        <translation>Bulletin</translation>
    </message>
</context>
<context>
    <name>map</name>
    <message>
        <source>{figure}（{step}）</source>
        <translation>{figure} ({step})</translation>
    </message>
    <message>
        <source>没有可算的</source>
        <translation>Nothing to work out</translation>
    </message>
    <message>
        <source>未办结</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>录入</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>边界：{source} · 原坐标 {system} · {who} 于 {day} 导入</source>
        <translation>Boundaries: {source} · {system} · imported by {who} on {day}</translation>
    </message>
    <message>
        <source>最低</source>
        <translation>Lowest</translation>
    </message>
    <message>
        <source>低</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>较低</source>
        <translation>Fairly low</translation>
    </message>
    <message>
        <source>较高</source>
        <translation>Fairly high</translation>
    </message>
    <message>
        <source>高</source>
        <translation>High</translation>
    </message>
    <message>
        <source>最高</source>
        <translation>Highest</translation>
    </message>
    <message>
        <source>没有</source>
        <translation>None</translation>
    </message>
    <message>
        <source>很少</source>
        <translation>Rare</translation>
    </message>
    <message>
        <source>较少</source>
        <translation>Few</translation>
    </message>
    <message>
        <source>偏多</source>
        <translation>Some</translation>
    </message>
    <message>
        <source>多</source>
        <translation>Many</translation>
    </message>
    <message>
        <source>很多</source>
        <translation>Most</translation>
    </message>
    <message>
        <source>0 件</source>
        <translation>0 cases</translation>
    </message>
    <message>
        <source>{n} 件以上</source>
        <translation>{n} cases or more</translation>
    </message>
    <message>
        <source>{span} 件</source>
        <translation>{span} cases</translation>
    </message>
    <message>
        <source>{n}% 以下</source>
        <translation>{n}% or less</translation>
    </message>
    <message>
        <source>超过 {n}%</source>
        <translation>over {n}%</translation>
    </message>
    <message>
        <source>{low}–{high}%</source>
        <translation>{low}–{high}%</translation>
    </message>
</context>
<context>
    <name>meeting_effects</name>
    <message>
        <source>将起草{level}通知单，督办依据写明本次议定，由经办人核对后送审</source>
        <translation>A {level} notice will be drafted citing this agreement; the drafter checks it and sends it on</translation>
    </message>
    <message>
        <source>已强制指派</source>
        <translation>Assigned by force</translation>
    </message>
    <message>
        <source>已交办</source>
        <translation>Assigned</translation>
    </message>
    <message>
        <source>{done}给{unit}，应于 {date} 前签收</source>
        <translation>{done} to {unit}, to be signed for by {date}</translation>
    </message>
    <message>
        <source>{done}给{unit}，{date} 签收</source>
        <translation>{done} to {unit}, signed for {date}</translation>
    </message>
    <message>
        <source>已延期 {n} 天：原时限 {old} → 新时限 {new}</source>
        <translation>Extended by {n} days: limit {old} → {new}</translation>
    </message>
    <message>
        <source>{level}通知单：{state}，尚未编号</source>
        <translation>{level} notice: {state}, no number yet</translation>
    </message>
    <message>
        <source>{level}通知单 {number}：{state}</source>
        <translation>{level} notice {number}: {state}</translation>
    </message>
    <message>
        <source>已改派{unit}</source>
        <translation>Reassigned to {unit}</translation>
    </message>
    <message>
        <source>{unit}已签收</source>
        <translation>Signed for by {unit}</translation>
    </message>
    <message>
        <source>时限延至 {day}</source>
        <translation>Limit now {day}</translation>
    </message>
    <message>
        <source>督办单{state}</source>
        <translation>Notice: {state}</translation>
    </message>
    <message>
        <source>将交办给{unit}，签收时限 {sign}，办结时限 {due}</source>
        <translation>Will be assigned to {unit}, sign by {sign}, close by {due}</translation>
    </message>
    <message>
        <source>将强制指派给{unit}（不能再退回），签收时限 {sign}，办结时限 {due} 不变</source>
        <translation>Will be assigned to {unit} by force (no return), sign by {sign}, close by {due} as before</translation>
    </message>
    <message>
        <source>将改派给{unit}，签收时限 {sign}，办结时限 {due} 不变</source>
        <translation>Will be reassigned to {unit}, sign by {sign}, close by {due} as before</translation>
    </message>
    <message>
        <source>原时限 {old} → 新时限 {new}，延 {n} 天</source>
        <translation>Limit {old} → {new}, {n} days more</translation>
    </message>
    <message>
        <source>原时限 {old} → 新时限 {new}，延 {n} 天；单位申请延 {asked} 天，一并答复</source>
        <translation>Limit {old} → {new}, {n} days more; also answers the unit&apos;s request for {asked} days</translation>
    </message>
    <message>
        <source>事件已改派给{unit}，不会自动改回；要改回，请再议一次改派。</source>
        <translation>The case went to {unit} and does not go back by itself; to undo it, agree on another reassignment.</translation>
    </message>
    <message>
        <source>事件的办结期限已延至 {date}，不会随之改变；再要延，请另立一项延期。</source>
        <translation>The deadline of the case is {date} and stays so; for more time agree on another extension.</translation>
    </message>
    <message>
        <source>已起草的督办通知单还在，没有随之撤销或修改；请到督办页修改或撤销它。</source>
        <translation>The drafted notice stays; edit or withdraw it on the supervision page.</translation>
    </message>
</context>
<context>
    <name>papers</name>
    <message>
        <source>主送单位</source>
        <translation>Addressee</translation>
    </message>
    <message>
        <source>签发人</source>
        <translation>Signer</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy number</translation>
    </message>
    <message>
        <source>密级</source>
        <translation>Secrecy</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachments</translation>
    </message>
    <message>
        <source>表头</source>
        <translation>Heads</translation>
    </message>
    <message>
        <source>图</source>
        <translation>Drawing</translation>
    </message>
    <message>
        <source>文种</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>发文机关</source>
        <translation>Issuing office</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>标题</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>督办事项</source>
        <translation>Matter supervised</translation>
    </message>
    <message>
        <source>紧急程度</source>
        <translation>Urgency</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>督办方式</source>
        <translation>Kind of supervision</translation>
    </message>
    <message>
        <source>关联事件</source>
        <translation>Related case</translation>
    </message>
    <message>
        <source>事项代码</source>
        <translation>Item code</translation>
    </message>
    <message>
        <source>基本情况</source>
        <translation>Basic facts</translation>
    </message>
    <message>
        <source>前期办理情况</source>
        <translation>Earlier handling</translation>
    </message>
    <message>
        <source>存在问题</source>
        <translation>Problems</translation>
    </message>
    <message>
        <source>督办依据</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>办理要求</source>
        <translation>Requirements</translation>
    </message>
    <message>
        <source>牵头单位</source>
        <translation>Lead unit</translation>
    </message>
    <message>
        <source>协办单位</source>
        <translation>Assisting units</translation>
    </message>
    <message>
        <source>反馈方式</source>
        <translation>Reply by</translation>
    </message>
    <message>
        <source>报送对象</source>
        <translation>Report to</translation>
    </message>
    <message>
        <source>逾期后果</source>
        <translation>If overdue</translation>
    </message>
    <message>
        <source>拟办人</source>
        <translation>Drafted by</translation>
    </message>
    <message>
        <source>审核人</source>
        <translation>Checked by</translation>
    </message>
    <message>
        <source>督办联系人</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>联系人电话</source>
        <translation>Contact phone</translation>
    </message>
    <message>
        <source>抄送单位</source>
        <translation>Copies to</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>原督办编号</source>
        <translation>Notice number</translation>
    </message>
    <message>
        <source>承办人</source>
        <translation>Handler</translation>
    </message>
    <message>
        <source>办理过程</source>
        <translation>Handling</translation>
    </message>
    <message>
        <source>未办结原因</source>
        <translation>Why not closed</translation>
    </message>
    <message>
        <source>群众反馈</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>单位负责人</source>
        <translation>Head of unit</translation>
    </message>
    <message>
        <source>核查意见</source>
        <translation>Verification</translation>
    </message>
    <message>
        <source>核查人</source>
        <translation>Verified by</translation>
    </message>
    <message>
        <source>红头文字</source>
        <translation>Red head</translation>
    </message>
    <message>
        <source>地点</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>主持人</source>
        <translation>Chair</translation>
    </message>
    <message>
        <source>记录人</source>
        <translation>Minutes by</translation>
    </message>
    <message>
        <source>首段</source>
        <translation>Opening</translation>
    </message>
    <message>
        <source>正文</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>议定事项</source>
        <translation>Agreed items</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Item</translation>
    </message>
    <message>
        <source>责任人</source>
        <translation>Responsible person</translation>
    </message>
    <message>
        <source>成果形式</source>
        <translation>Deliverable</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>出席人员</source>
        <translation>Present</translation>
    </message>
    <message>
        <source>请假人员</source>
        <translation>On leave</translation>
    </message>
    <message>
        <source>列席人员</source>
        <translation>Sitting in</translation>
    </message>
    <message>
        <source>印发机关</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>小标题</source>
        <translation>Heading</translation>
    </message>
    <message>
        <source>副标题</source>
        <translation>Subtitle</translation>
    </message>
    <message>
        <source>表格行</source>
        <translation>Table row</translation>
    </message>
    <message>
        <source>附注</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>班次</source>
        <translation>Shift</translation>
    </message>
    <message>
        <source>交班人</source>
        <translation>Handed over by</translation>
    </message>
    <message>
        <source>接班人</source>
        <translation>Taken over by</translation>
    </message>
    <message>
        <source>交接事项</source>
        <translation>Handed-over matters</translation>
    </message>
    <message>
        <source>交班数</source>
        <translation>Counts</translation>
    </message>
    <message>
        <source>时段</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>期号</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>章节</source>
        <translation>Section</translation>
    </message>
    <message>
        <source>表格</source>
        <translation>Table</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>数值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>环比</source>
        <translation>Prev. period</translation>
    </message>
    <message>
        <source>同比</source>
        <translation>Last year</translation>
    </message>
    <message>
        <source>横轴文字</source>
        <translation>Axis labels</translation>
    </message>
    <message>
        <source>趋势图例</source>
        <translation>Trend legend</translation>
    </message>
    <message>
        <source>事项排行</source>
        <translation>Item ranking</translation>
    </message>
    <message>
        <source>站所排名</source>
        <translation>Station ranking</translation>
    </message>
    <message>
        <source>信息项</source>
        <translation>Fields</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>事件描述</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Step</translation>
    </message>
    <message>
        <source>单位</source>
        <translation>Unit</translation>
    </message>
    <message>
        <source>接班后办理</source>
        <translation>After handover</translation>
    </message>
    <message>
        <source>{name}第{number}项</source>
        <translation>{name} {number}</translation>
    </message>
    <message>
        <source>{whole}的{part}</source>
        <translation>{whole}, {part}</translation>
    </message>
</context>
<context>
    <name>practice</name>
    <message>
        <source>类别选了“{item}”，再听一遍来电，想想是不是更合适的。</source>
        <translation>You chose the item “{item}”; listen again whether another fits better.</translation>
    </message>
    <message>
        <source>登记第一个来电</source>
        <translation>Register the first call</translation>
    </message>
    <message>
        <source>受理并交办</source>
        <translation>Accept and assign</translation>
    </message>
    <message>
        <source>登记紧急来电，直接交办</source>
        <translation>Register an urgent call and assign it</translation>
    </message>
    <message>
        <source>同一件事又来电</source>
        <translation>The same matter is reported again</translation>
    </message>
    <message>
        <source>记一件网格自办</source>
        <translation>Record grid self-handling</translation>
    </message>
    <message>
        <source>核查单位的反馈</source>
        <translation>Verify a unit&apos;s report</translation>
    </message>
    <message>
        <source>回访来电人</source>
        <translation>Call the caller back</translation>
    </message>
    <message>
        <source>退回的改派</source>
        <translation>Reassign what was returned</translation>
    </message>
    <message>
        <source>批一个延期</source>
        <translation>Grant an extension</translation>
    </message>
    <message>
        <source>催办超期的</source>
        <translation>Remind of an overdue case</translation>
    </message>
    <message>
        <source>采纳建议，拟督办单</source>
        <translation>Adopt a suggestion and draft a notice</translation>
    </message>
    <message>
        <source>签发编号</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>打印通知单</source>
        <translation>Print the notice</translation>
    </message>
    <message>
        <source>例会议定一件</source>
        <translation>Decide a case at the meeting</translation>
    </message>
    <message>
        <source>按 F2。来电 {phone}，{caller}：“{words}” 类别打 {initials}，地点打 {place}，Ctrl Enter 保存。</source>
        <translation>F2. Call from {phone}, {caller}: “{words}” Type {initials} for the item, {place} for the place, Ctrl Enter saves.</translation>
    </message>
    <message>
        <source>按 Ctrl 3，在待受理里找到刚登记的 {number}，空格受理，再空格交办给应急管理站。</source>
        <translation>Ctrl 3: find {number} among what waits to be accepted; Space accepts, Space again assigns it to YJZ.</translation>
    </message>
    <message>
        <source>按 F2，选紧急。来电 {phone}，{caller}：“{words}” 类别打 {initials}，地点打 {place}，Ctrl D 直接交办。</source>
        <translation>F2, choose urgent. Call from {phone}, {caller}: “{words}” Type {initials} for the item, {place} for the place, Ctrl D assigns at once.</translation>
    </message>
    <message>
        <source>按 F2。来电 {phone}，{caller}：“{words}” 右边出现疑似重复，按 F8 走到第一件，按空格并入，再保存。</source>
        <translation>F2. Call from {phone}, {caller}: “{words}” Possible duplicates appear; F8 goes to the first case, Space joins it, then save.</translation>
    </message>
    <message>
        <source>按 F2，再按 Ctrl G。网格员 {caller}（{phone}）：“{words}” 类别打 {initials}，地点打 {place}，写处置结果后保存。</source>
        <translation>F2, then Ctrl G. Grid worker {caller} ({phone}): “{words}” Type {initials} for the item, {place} for the place, write the outcome and save.</translation>
    </message>
    <message>
        <source>应急管理站已经签收并反馈 {number}。在台账里打开它，按 F9 核查通过，写一句意见。</source>
        <translation>The station has signed for {number} and reported. Open it in the ledger, verify it with F9 and write a word.</translation>
    </message>
    <message>
        <source>打给来电人，问满不满意。在我的待办的待回访里，空格回访，选一个答复。</source>
        <translation>Ask the caller whether all is well: in my tasks, to call back, Space, then choose an answer.</translation>
    </message>
    <message>
        <source>“巷口路灯不亮”被派出所退回，应当由城市建设办公室办。在待改派里按 F6 改派。</source>
        <translation>The street lamp case was returned by the police; it belongs to the construction office. Among what waits to be reassigned, F6.</translation>
    </message>
    <message>
        <source>“河边步道护栏松动”申请延期一个工作日。打开它，看理由，同意延期。</source>
        <translation>The railing case asks for one more workday. Open it, read the reason, grant it.</translation>
    </message>
    <message>
        <source>在我的待办的超期里选一件，按 F7 催办，写明和谁通话。</source>
        <translation>Choose an overdue case in my tasks, F7, and say with whom you spoke.</translation>
    </message>
    <message>
        <source>按 Ctrl 4，在左栏选一条普通督办建议，按 Enter 采纳并拟稿，存为拟稿。</source>
        <translation>Ctrl 4: choose an ordinary suggestion on the left, Enter adopts it; save the draft.</translation>
    </message>
    <message>
        <source>另一位值班长已经审核了您的拟稿。在督办台账里选它，签发编号，看文号怎么取。</source>
        <translation>The other shift lead has checked your draft. Choose it in the register and issue it; see how its number is taken.</translation>
    </message>
    <message>
        <source>按 Ctrl P，把通知单和回执写成 PDF。</source>
        <translation>Ctrl P writes notice and reply slip as PDF.</translation>
    </message>
    <message>
        <source>按 Ctrl 7，Ctrl N 准备例会，排出议程，打开会议，对第一件按 Alt 1 继续办，Ctrl Enter 确认。</source>
        <translation>Ctrl 7, Ctrl N prepares the meeting; make the agenda, open it, Alt 1 for the first case, Ctrl Enter agrees.</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>事件 {number} 现在是“{state}”，不能{step}，没有改动。请刷新后按当前状态办理。</source>
        <translation>Case {number} is now “{state}”: you cannot {step}. Nothing changed. Refresh and go on from its present state.</translation>
    </message>
    <message>
        <source>您的岗位不能{step}，没有改动。请由有权限的人员办理。</source>
        <translation>Your post may not {step}. Nothing changed. Ask someone who may.</translation>
    </message>
    <message>
        <source>这件事现在不由您的单位承办，没有改动。请由当前承办单位办理，或请指挥室改派。</source>
        <translation>Your unit is not handling this case. Nothing changed. Leave it to the unit handling it, or ask the command room to reassign it.</translation>
    </message>
    <message>
        <source>您的单位不是这件事的协办单位，没有改动。请由协办单位办理。</source>
        <translation>Your unit does not assist in this case. Nothing changed. Leave it to an assisting unit.</translation>
    </message>
    <message>
        <source>您的单位不是这件事的抄告单位，没有改动。请由抄告单位阅知。</source>
        <translation>Your unit was not informed of this case. Nothing changed. Leave it to a unit that was.</translation>
    </message>
    <message>
        <source>还有协办单位没有反馈，没有改动。请等协办单位反馈后再办。</source>
        <translation>Some assisting units have not reported yet. Nothing changed. Wait for their reports.</translation>
    </message>
    <message>
        <source>这件事已经退回两次，没有改动。请由指挥室主任审定。</source>
        <translation>This case has been returned twice. Nothing changed. The room director has to decide.</translation>
    </message>
    <message>
        <source>这件事退回还不到两次，不用强制指派，没有改动。请按一般改派办理。</source>
        <translation>This case has not been returned twice, so it needs no forced assignment. Nothing changed. Reassign it as usual.</translation>
    </message>
    <message>
        <source>这件事已由主任强制指派，不能再退回，没有改动。请继续办理，或在例会上提出。</source>
        <translation>The director assigned this case by force; it cannot be returned. Nothing changed. Go on, or raise it at the meeting.</translation>
    </message>
    <message>
        <source>这件事已经延期两次，没有改动。请按现有期限办理。</source>
        <translation>This case has been extended twice. Nothing changed. Keep to the present deadline.</translation>
    </message>
    <message>
        <source>恢复后应回到挂起前的状态，没有改动。请刷新后再恢复。</source>
        <translation>After resuming, the case goes back to its state before suspension. Nothing changed. Refresh and try again.</translation>
    </message>
    <message>
        <source>这件事已在督办，没有改动。督办只能升级，请选更高一级。</source>
        <translation>This case is under supervision already. Nothing changed. Supervision only rises: choose a higher level.</translation>
    </message>
    <message>
        <source>这件事已是黄牌或红牌督办，没有改动。督办只能升级，请选更高一级。</source>
        <translation>This case has a yellow or red card already. Nothing changed. Supervision only rises: choose a higher level.</translation>
    </message>
    <message>
        <source>这件事已是红牌督办，没有改动。不用再次督办。</source>
        <translation>This case has a red card already. Nothing changed. It needs no further supervision.</translation>
    </message>
    <message>
        <source>这件事没有督办，没有改动。不用解除。</source>
        <translation>This case is not under supervision. Nothing changed. There is nothing to lift.</translation>
    </message>
    <message>
        <source>这件事没有标为重复，没有改动。请刷新后再看。</source>
        <translation>This case is not marked as a duplicate. Nothing changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>这件事已标为重复件，没有改动。请先取消重复。</source>
        <translation>This case is marked as a duplicate. Nothing changed. Unmark it first.</translation>
    </message>
    <message>
        <source>街道领导在例会上议定后才能改派，没有改动。请在会议中议定，或由指挥室改派。</source>
        <translation>Reassignment follows once a street leader has agreed at the meeting. Nothing changed. Agree on it there, or let the command room reassign.</translation>
    </message>
    <message>
        <source>找不到这件事，没有改动。请核对编号，或它不在您可以查看的范围内。</source>
        <translation>This case was not found. Nothing changed. Check the number; it may also be one you may not see.</translation>
    </message>
    <message>
        <source>事件 {number} 在您打开后已被改动，您填写的内容还在，没有保存。请看过新的情况后再提交。</source>
        <translation>Case {number} was changed after you opened it. What you typed is kept but not saved. Look at the new state, then submit again.</translation>
    </message>
    <message>
        <source>事件 {number} 现在是“{state}”，已不在办理中，没有改动。请选一件还在办理的事件。</source>
        <translation>Case {number} is now “{state}” and no longer being handled. Nothing changed. Choose a case that is.</translation>
    </message>
    <message>
        <source>还没有填写“{field}”，没有保存，已填的内容都在。请补填后再提交。</source>
        <translation>“{field}” is empty. Not saved; all you typed is kept. Fill it in and submit again.</translation>
    </message>
    <message>
        <source>没有“{field}”这一项，没有改动。请检查要更正的内容。</source>
        <translation>There is no field “{field}”. Nothing changed. Check what you want to correct.</translation>
    </message>
    <message>
        <source>事项“{text}”不在准入清单内，没有登记，已填的内容都在。请改选清单内的事项，相近的有：{nearest}。</source>
        <translation>The item “{text}” is not on the list. Not registered; all you typed is kept. Choose a listed item; close to it: {nearest}.</translation>
    </message>
    <message>
        <source>事项“{name}”已经停用，没有登记，已填的内容都在。请改选清单内的其他事项。</source>
        <translation>The item “{name}” is retired. Not registered; all you typed is kept. Choose another listed item.</translation>
    </message>
    <message>
        <source>临时事项“{name}”已于{day}到期，没有登记，已填的内容都在。请改选其他事项，或申请续期。</source>
        <translation>The temporary item “{name}” ended on {day}. Not registered; all you typed is kept. Choose another item, or ask to prolong it.</translation>
    </message>
    <message>
        <source>事项“{name}”从{day}起才能使用，没有登记，已填的内容都在。请改选其他事项。</source>
        <translation>The item “{name}” may be used from {day}. Not registered; all you typed is kept. Choose another item.</translation>
    </message>
    <message>
        <source>这一行的事项在登记当天不能使用，没有导入。请改为当时清单内的事项。</source>
        <translation>The item of this row was not valid on the day of registration. Not imported. Change it to an item of that time.</translation>
    </message>
    <message>
        <source>找不到这个事项，没有改动。请刷新清单后再选。</source>
        <translation>This item was not found. Nothing changed. Refresh the list and choose again.</translation>
    </message>
    <message>
        <source>所属村社或网格对不上，没有保存，已填的内容都在。请重新选择本街道的村社和网格。</source>
        <translation>Community and grid do not fit together. Not saved; all you typed is kept. Choose a community and grid of this street.</translation>
    </message>
    <message>
        <source>这个网格不归您的单位管，没有登记，已填的内容都在。请改选本单位的网格。</source>
        <translation>This grid does not belong to your unit. Not registered; all you typed is kept. Choose a grid of your unit.</translation>
    </message>
    <message>
        <source>“{field}”晚于现在，没有保存，已填的内容都在。请改成已经发生的时间。</source>
        <translation>“{field}” is later than now. Not saved; all you typed is kept. Give a time that has passed.</translation>
    </message>
    <message>
        <source>{unit}已是牵头单位，不能同时协办，没有交办。请从协办单位中去掉它。</source>
        <translation>{unit} is the lead and cannot assist as well. Not assigned. Take it out of the assisting units.</translation>
    </message>
    <message>
        <source>{unit}不能承办事件，没有改动。请改选站所、科室或村社。</source>
        <translation>{unit} cannot handle cases. Nothing changed. Choose a station, office or community.</translation>
    </message>
    <message>
        <source>{unit}属于区级，不能直接交办，没有改动。请用“上报区级”。</source>
        <translation>{unit} belongs to the district and cannot be assigned directly. Nothing changed. Report the case to the district.</translation>
    </message>
    <message>
        <source>期限{due}已经过去，没有保存。请改成今后的时间。</source>
        <translation>The deadline {due} has passed. Not saved. Give a time to come.</translation>
    </message>
    <message>
        <source>签收期限{due}已过，不能再退回，没有改动。请继续办理，或向指挥室说明。</source>
        <translation>The time to sign for it, {due}, has passed; the case cannot be returned. Nothing changed. Go on, or explain to the command room.</translation>
    </message>
    <message>
        <source>期限{due}已过，不能再延长，没有改动。请尽快办结，或在例会上说明。</source>
        <translation>The deadline {due} has passed and cannot be extended. Nothing changed. Close the case soon, or explain at the meeting.</translation>
    </message>
    <message>
        <source>申请延期{days}个工作日超过了限度，没有提交。这一次最多{longest}个工作日，全部还剩{left}个。</source>
        <translation>An extension of {days} workdays is too long. Not submitted. At most {longest} workdays this time; {left} left in all.</translation>
    </message>
    <message>
        <source>已有一份延期申请在等审批，没有再提交。请等审批结果。</source>
        <translation>An extension is waiting for approval already. Not submitted again. Wait for the answer.</translation>
    </message>
    <message>
        <source>重大事件的延期由街道领导审批，没有改动。请报街道领导。</source>
        <translation>A street leader decides extensions of major cases. Nothing changed. Ask a street leader.</translation>
    </message>
    <message>
        <source>第二次延期由指挥室主任审批，没有改动。请报主任。</source>
        <translation>The room director decides second extensions. Nothing changed. Ask the director.</translation>
    </message>
    <message>
        <source>这份延期申请已经审批过，没有改动。请刷新后查看结果。</source>
        <translation>This extension has been decided already. Nothing changed. Refresh to see the answer.</translation>
    </message>
    <message>
        <source>复查日期{day}已经过去，没有挂起。请改成今后的日期。</source>
        <translation>The review day {day} has passed. Not suspended. Give a day to come.</translation>
    </message>
    <message>
        <source>评分是{stars}，应在 1 到 5 之间，没有保存。请重新打分。</source>
        <translation>The rating is {stars}, it must be 1 to 5. Not saved. Rate again.</translation>
    </message>
    <message>
        <source>这件事已经是加急件，没有改动。不用再次加急。</source>
        <translation>This case has priority already. Nothing changed.</translation>
    </message>
    <message>
        <source>这件事不是加急件，没有改动。不用取消。</source>
        <translation>This case has no priority. Nothing changed.</translation>
    </message>
    <message>
        <source>事件 {number} 不能作主件，没有改动。请选另一件，它不能是本件，也不能是重复件。</source>
        <translation>Case {number} cannot be the main case. Nothing changed. Choose one that is neither this case nor a duplicate.</translation>
    </message>
    <message>
        <source>同样的内容已经存在，没有保存。请刷新后核对，不用重复填写。</source>
        <translation>The same entry exists already. Not saved. Refresh and check; it need not be entered again.</translation>
    </message>
    <message>
        <source>这次改动与已有的记录对不上，没有保存，已填的内容都在。请刷新后再试。</source>
        <translation>This change does not fit the records. Not saved; all you typed is kept. Refresh and try again.</translation>
    </message>
    <message>
        <source>内容和原来一样，没有改动。请改好后再保存。</source>
        <translation>Nothing differs from before, so nothing changed. Edit it, then save.</translation>
    </message>
    <message>
        <source>没有可以导入的行，没有改动。请检查所选的文件。</source>
        <translation>There are no rows to import. Nothing changed. Check the file you chose.</translation>
    </message>
    <message>
        <source>找不到文件 {path}，没有改动。请检查文件名和位置；第一次使用请先建立街道。</source>
        <translation>The file {path} was not found. Nothing changed. Check name and place; for first use, set up the street.</translation>
    </message>
    <message>
        <source>文件不能读取，没有导入。请检查权限，或关闭正在使用它的程序后再试。</source>
        <translation>The file cannot be read. Not imported. Check the permissions, or close the program that uses it, and try again.</translation>
    </message>
    <message>
        <source>文件{name}是空的，没有保存。请换一个文件。</source>
        <translation>The file {name} is empty. Not saved. Choose another file.</translation>
    </message>
    <message>
        <source>文件太大，没有保存。请选不超过{limit}的文件。</source>
        <translation>The file is too large. Not saved. Choose one of at most {limit}.</translation>
    </message>
    <message>
        <source>这不是表格文件，没有导入。请用 xlsx、xls、ods 或 csv。</source>
        <translation>This is not a spreadsheet. Not imported. Use xlsx, xls, ods or csv.</translation>
    </message>
    <message>
        <source>这个文件其实是网页，没有导入。请在表格软件中打开，另存为 xlsx 后再试。</source>
        <translation>This file is really a web page. Not imported. Open it in a spreadsheet program, save it as xlsx and try again.</translation>
    </message>
    <message>
        <source>表格有密码，没有导入。请在表格软件中去掉密码后再试。</source>
        <translation>The spreadsheet has a password. Not imported. Remove the password and try again.</translation>
    </message>
    <message>
        <source>表格文件已损坏，没有导入。请重新导出一份后再试。</source>
        <translation>The spreadsheet is damaged. Not imported. Export it again and retry.</translation>
    </message>
    <message>
        <source>表格的内部结构异常，为了安全没有打开。请重新导出，或在表格软件中另存一份。</source>
        <translation>The inside of the spreadsheet is unusual; for safety it was not opened. Export it again, or save a copy.</translation>
    </message>
    <message>
        <source>行数超过{limit}，没有导入。请分成几个文件。</source>
        <translation>There are more than {limit} rows. Not imported. Split the file.</translation>
    </message>
    <message>
        <source>列数超过{limit}，没有导入。请删去多余的列。</source>
        <translation>There are more than {limit} columns. Not imported. Delete the columns you do not need.</translation>
    </message>
    <message>
        <source>认不出文件的编码，没有导入。请另存为 UTF-8 或 GB 18030 的 csv，或 xlsx。</source>
        <translation>The encoding of the file is unknown. Not imported. Save it as csv in UTF-8 or GB 18030, or as xlsx.</translation>
    </message>
    <message>
        <source>第{line}行附近的引号没有成对，没有导入。请改正后再试，或另存为 xlsx。</source>
        <translation>A quotation mark near line {line} has no partner. Not imported. Correct it and try again, or save as xlsx.</translation>
    </message>
    <message>
        <source>没有找到表头，没有导入。请保留写有“上报时间、事件内容、事项”等列名的一行。</source>
        <translation>No header was found. Not imported. Keep the row with the column names (time reported, description, item …).</translation>
    </message>
    <message>
        <source>表头缺少：{fields}，没有导入。请补上这些列后再试。</source>
        <translation>The header lacks: {fields}. Not imported. Add these columns and try again.</translation>
    </message>
    <message>
        <source>文件{path}写不进去（{reason}），原来的文件没有动。请检查磁盘空间和权限，或换一个位置。</source>
        <translation>The file {path} cannot be written ({reason}). The old file was left alone. Check disk space and permissions, or choose another place.</translation>
    </message>
    <message>
        <source>已按您的要求停止。已完成的部分都在，其余没有改动。</source>
        <translation>Stopped as you asked. What was done is kept, nothing else changed.</translation>
    </message>
    <message>
        <source>数据库文件在网络文件夹里，锁不可靠，没有打开。请放到本机硬盘上。</source>
        <translation>The database lies in a network folder, where locks cannot be trusted. Not opened. Put it on a local disk.</translation>
    </message>
    <message>
        <source>数据库文件已损坏，没有打开，原文件没有动。请用最近的备份恢复（restore）。</source>
        <translation>The database is damaged. Not opened; the file was left alone. Restore the latest backup (restore).</translation>
    </message>
    <message>
        <source>数据库由更新版本的程序建立，没有打开，文件没有动。请升级程序。</source>
        <translation>The database was made by a newer version. Not opened; the file was left alone. Update the program.</translation>
    </message>
    <message>
        <source>{path}不是本程序的数据库，没有打开，文件没有动。请选另一个文件。</source>
        <translation>{path} is not a database of this program. Not opened; the file was left alone. Choose another file.</translation>
    </message>
    <message>
        <source>这份数据已在{host}的另一个窗口中打开（进程{process}），没有再打开。请切换到那个窗口，或先把它关闭。</source>
        <translation>These data are open in another window on {host} (process {process}). Not opened again. Go to that window, or close it first.</translation>
    </message>
    <message>
        <source>数据库正被另一个程序占用，没有打开。请关闭它，或稍后再试。</source>
        <translation>Another program is using the database. Not opened. Close it, or try later.</translation>
    </message>
    <message>
        <source>{path}是文件夹，不是文件，没有打开。请写出文件名。</source>
        <translation>{path} is a folder, not a file. Not opened. Give a file name.</translation>
    </message>
    <message>
        <source>文件夹不存在：{path}，没有改动。请先建立文件夹。</source>
        <translation>There is no folder {path}. Nothing changed. Make the folder first.</translation>
    </message>
    <message>
        <source>文件夹不能写入：{path}，没有改动。请检查权限，或换一个位置。</source>
        <translation>The folder {path} cannot be written. Nothing changed. Check the permissions, or choose another place.</translation>
    </message>
    <message>
        <source>数据库的密钥不对，或文件开头已损坏，没有打开，文件没有动。请在原来的电脑上打开，或用最近的备份恢复（restore）。</source>
        <translation>The key of the database is wrong, or the start of the file is damaged. Not opened; the file was left alone. Open it on the computer it came from, or restore the latest backup (restore).</translation>
    </message>
    <message>
        <source>数据库组件不支持安全设置，没有打开，文件没有动。请重新安装程序。</source>
        <translation>The database component lacks the safety settings. Not opened; the file was left alone. Install the program again.</translation>
    </message>
    <message>
        <source>备份没有成功，原来的备份和数据都没有动。请检查磁盘空间和位置：{path}。</source>
        <translation>The backup failed; earlier backups and the data were left alone. Check disk space and place: {path}.</translation>
    </message>
    <message>
        <source>数据库没有升级成功，数据保持升级前的样子，升级前的备份也在。请把详情复制给管理员。</source>
        <translation>The database was not upgraded. The data are as before, and so is the backup made first. Copy the details for the administrator.</translation>
    </message>
    <message>
        <source>数据库是只读的，可以查看，没有保存，已填的内容都在。请检查文件的权限。</source>
        <translation>The database is read-only: you can look, but it was not saved; all you typed is kept. Check the permissions of the file.</translation>
    </message>
    <message>
        <source>磁盘已满，没有保存，已填的内容都在。请清出空间后再提交一次。</source>
        <translation>The disk is full. Not saved; all you typed is kept. Free some space and submit again.</translation>
    </message>
    <message>
        <source>数据库正忙，没有保存，已填的内容都在。请稍等片刻再提交一次。</source>
        <translation>The database is busy. Not saved; all you typed is kept. Wait a moment and submit again.</translation>
    </message>
    <message>
        <source>磁盘读写出错，没有保存，已填的内容都在。请检查磁盘，并尽快备份。</source>
        <translation>The disk failed to read or write. Not saved; all you typed is kept. Check the disk and make a backup soon.</translation>
    </message>
    <message>
        <source>操作被中断，没有保存，已填的内容都在。请再提交一次。</source>
        <translation>The work was interrupted. Not saved; all you typed is kept. Submit again.</translation>
    </message>
    <message>
        <source>数据库出错，没有保存，已填的内容都在。请再试一次，仍不行时把详情复制给管理员。</source>
        <translation>The database failed. Not saved; all you typed is kept. Try again; if it fails again, copy the details for the administrator.</translation>
    </message>
    <message>
        <source>数据库已在{where}打开，没有再打开。请使用已打开的窗口。</source>
        <translation>The database is open in {where} already. Not opened again. Use the open window.</translation>
    </message>
    <message>
        <source>核查发现{count}处问题，数据没有改动。请停止使用，把清单交给管理员，必要时用备份恢复。</source>
        <translation>The check found {count} problems; the data were not changed. Stop work, give the list to the administrator, restore a backup if needed.</translation>
    </message>
    <message>
        <source>{path}已经存在，没有覆盖。请换一个文件名。</source>
        <translation>{path} exists already and was not overwritten. Choose another file name.</translation>
    </message>
    <message>
        <source>程序出错，没有保存，已填的内容都在。请再试一次，仍不行时把详情复制给管理员。</source>
        <translation>The program failed. Not saved; all you typed is kept. Try again; if it fails again, copy the details for the administrator.</translation>
    </message>
    <message>
        <source>数据库的安全规则拒绝了这次改动，没有保存，已填的内容都在。请刷新后再试，仍不行时把详情复制给管理员。</source>
        <translation>A safety rule of the database refused this change. Not saved; all you typed is kept. Refresh and try again; if it fails again, copy the details for the administrator.</translation>
    </message>
    <message>
        <source>第{line}行不能执行：{why}。前面的行已经完成，后面的行没有执行。</source>
        <translation>Line {line} cannot be run: {why}. The lines before are done, those after were not run.</translation>
    </message>
    <message>
        <source>文件名“{name}”的结尾不对，没有写出。请用 {known} 结尾。</source>
        <translation>The ending of the file name “{name}” is wrong. Not written. End it with {known}.</translation>
    </message>
    <message>
        <source>数据库已加密，本机的凭据库没有给出密钥，没有打开，文件没有动。请解锁凭据库，或在原来的电脑上打开。</source>
        <translation>The database is encrypted and the credential store gave no key. Not opened; the file was left alone. Unlock the store, or open it on the computer it came from.</translation>
    </message>
    <message>
        <source>数据库文件不能读取，没有打开，文件没有动。请检查文件和文件夹的权限。</source>
        <translation>The database file cannot be read. Not opened; the file was left alone. Check the permissions of file and folder.</translation>
    </message>
    <message>
        <source>数据库上次没有正常关闭，而这里不能写入，没有打开，文件没有动。请连同旁边的日志文件一起复制到可以写入的文件夹，再打开。</source>
        <translation>The database was not closed properly and this place cannot be written. Not opened; the file was left alone. Copy it with the log files beside it to a folder that can be written, then open it.</translation>
    </message>
    <message>
        <source>数据库由较早版本的程序建立，而文件是只读的，不能升级，没有打开，文件没有动。请检查文件的权限。</source>
        <translation>An older version made the database, and the read-only file cannot be upgraded. Not opened; the file was left alone. Check the permissions of the file.</translation>
    </message>
    <message>
        <source>数据库文件被移走或换成了另一个，没有保存，已填的内容都在。请关闭程序后重新打开。</source>
        <translation>The database file was moved or replaced. Not saved; all you typed is kept. Close the program and open it again.</translation>
    </message>
    <message>
        <source>数据库文件已损坏，没有保存，已填的内容都在。请停止使用，用最近的备份恢复（restore）。</source>
        <translation>The database is damaged. Not saved; all you typed is kept. Stop work and restore the latest backup (restore).</translation>
    </message>
    <message>
        <source>恢复没有成功，备份没有动，原来的文件也都留着。请检查磁盘空间和权限：{path}。</source>
        <translation>Restoring failed; the backup and the old files are all kept. Check disk space and permissions: {path}.</translation>
    </message>
    <message>
        <source>文件里有{count}个边界，超过{most}个，没有导入。请分成几个文件。</source>
        <translation>The file holds {count} boundaries, more than {most}. Not imported. Split the file.</translation>
    </message>
    <message>
        <source>文件里的{count}个边界都不能用，没有改动。请按检查结果改好后再导入。</source>
        <translation>None of the {count} boundaries in the file can be used. Nothing changed. Correct them as the check says and import again.</translation>
    </message>
    <message>
        <source>这不是 GeoJSON 地图文件，没有导入。请在制图软件中导出为 GeoJSON（FeatureCollection）。</source>
        <translation>This is not a GeoJSON map. Not imported. Export GeoJSON (FeatureCollection) from the mapping program.</translation>
    </message>
    <message>
        <source>地图文件第{line}行第{column}个字符处读不下去，没有导入。请重新导出一份后再试。</source>
        <translation>The map file cannot be read at line {line}, character {column}. Not imported. Export it again and retry.</translation>
    </message>
    <message>
        <source>认不出地图文件的编码，没有导入。请另存为 UTF-8 后再试。</source>
        <translation>The encoding of the map file is unknown. Not imported. Save it as UTF-8 and try again.</translation>
    </message>
    <message>
        <source>地图文件里没有边界，没有导入。请核对导出的图层。</source>
        <translation>The map file holds no boundary. Not imported. Check the exported layer.</translation>
    </message>
    <message>
        <source>地图文件里有{count}个边界，超过{limit}个，没有导入。请只导出本街道的网格和村社。</source>
        <translation>The map file holds {count} boundaries, more than {limit}. Not imported. Export only the grids and communities of this street.</translation>
    </message>
    <message>
        <source>找不到这次会议，没有改动。请从会议列表中选择。</source>
        <translation>This meeting was not found. Nothing changed. Choose one from the list.</translation>
    </message>
    <message>
        <source>这一周的会议已经有了，没有再建。请打开原来的会议。</source>
        <translation>This week has its meeting already. Not made again. Open that meeting.</translation>
    </message>
    <message>
        <source>会议已经结束，纪要不再改动，没有保存。请在下一次会议上提出。</source>
        <translation>The meeting has ended and its minutes are fixed. Not saved. Raise it at the next meeting.</translation>
    </message>
    <message>
        <source>会议已经开始，没有改动。请直接进入会议。</source>
        <translation>The meeting has begun. Nothing changed. Go straight into it.</translation>
    </message>
    <message>
        <source>会议还没有开始，没有改动。请先宣布开会。</source>
        <translation>The meeting has not begun. Nothing changed. Open the meeting first.</translation>
    </message>
    <message>
        <source>会议在您打开后已被改动，您填写的内容还在，没有保存。请刷新后再提交。</source>
        <translation>The meeting was changed after you opened it. What you typed is kept but not saved. Refresh and submit again.</translation>
    </message>
    <message>
        <source>这件事的讨论记录刚被别人改过，您填写的内容还在，没有保存。请看过新的记录后再提交。</source>
        <translation>Someone else just changed the discussion of this case. What you typed is kept but not saved. Look at the new notes, then submit again.</translation>
    </message>
    <message>
        <source>没有{year}年第{week}周，没有保存。请选正确的周。</source>
        <translation>There is no week {week} in {year}. Not saved. Choose a proper week.</translation>
    </message>
    <message>
        <source>“{section}”这一部分不能放事件，没有改动。请放到超期、督办或疑难事件中。</source>
        <translation>The part “{section}” takes no cases. Nothing changed. Put it under overdue, supervised or hard cases.</translation>
    </message>
    <message>
        <source>事件 {number} 已在议程上，没有再加。请在议程中查找。</source>
        <translation>Case {number} is on the agenda already. Not added again. Look for it there.</translation>
    </message>
    <message>
        <source>找不到这一条议程，没有改动。请刷新议程。</source>
        <translation>This entry of the agenda was not found. Nothing changed. Refresh the agenda.</translation>
    </message>
    <message>
        <source>这一条议程刚被改动，您填写的内容还在，没有保存。请刷新后再提交。</source>
        <translation>This entry of the agenda was just changed. What you typed is kept but not saved. Refresh and submit again.</translation>
    </message>
    <message>
        <source>这一条已经议过，不能移出，没有改动。可以改为缓议。</source>
        <translation>This entry has been discussed and cannot be removed. Nothing changed. You can put it off.</translation>
    </message>
    <message>
        <source>这一条已有议定事项，没有改动。请先撤回议定事项。</source>
        <translation>This entry has agreed items. Nothing changed. Withdraw them first.</translation>
    </message>
    <message>
        <source>这一条已移出议程，没有改动。请先加回议程。</source>
        <translation>This entry was removed from the agenda. Nothing changed. Put it back first.</translation>
    </message>
    <message>
        <source>这一条议程属于另一次会议，没有改动。请在那次会议中办理。</source>
        <translation>This entry belongs to another meeting. Nothing changed. Deal with it there.</translation>
    </message>
    <message>
        <source>“{section}”是固定议程，不能这样办，没有改动。请在事件议程上操作。</source>
        <translation>“{section}” is a fixed part of the agenda; this cannot be done. Nothing changed. Work on an entry with a case.</translation>
    </message>
    <message>
        <source>找不到这条议定事项，没有改动。请从列表中选择。</source>
        <translation>This agreed item was not found. Nothing changed. Choose one from the list.</translation>
    </message>
    <message>
        <source>议定事项在您打开后已被改动，您填写的内容还在，没有保存。请刷新后再提交。</source>
        <translation>The agreed item was changed after you opened it. What you typed is kept but not saved. Refresh and submit again.</translation>
    </message>
    <message>
        <source>议定事项现在是“{state}”，不能{move}，没有改动。请刷新后再看。</source>
        <translation>The agreed item is now “{state}”: you cannot {move}. Nothing changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>这条议定事项已经完成或取消，没有改动。请选一条还在落实的。</source>
        <translation>This agreed item is done or cancelled. Nothing changed. Choose one still under way.</translation>
    </message>
    <message>
        <source>这条议定事项不由您的单位负责，没有改动。请由责任单位填报。</source>
        <translation>This agreed item is not your unit&apos;s. Nothing changed. The responsible unit has to report.</translation>
    </message>
    <message>
        <source>“{decision_kind}”会当场办理，由值班长、指挥室主任或街道领导议定，没有议定，填写的内容都在。请由他们在会议中确认，或改选“继续办理”。</source>
        <translation>“{decision_kind}” takes effect at once and needs a shift lead, the room director or a street leader. Not agreed; all you typed is kept. Let them confirm at the meeting, or choose “Carry on”.</translation>
    </message>
    <message>
        <source>这件事已经退回两次，改派由指挥室主任或街道领导强制指派，没有议定，填写的内容都在。请由他们在会议中确认。</source>
        <translation>This case has been returned twice; only the room director or a street leader can reassign it, by force. Not agreed; all you typed is kept. Let them confirm at the meeting.</translation>
    </message>
    <message>
        <source>事件 {number} 现在是“{case_state}”，不能改派，没有议定，填写的内容都在。请先恢复办理或收回，或改选别的处理意见。</source>
        <translation>Case {number} is now “{case_state}” and cannot be reassigned. Not agreed; all you typed is kept. Resume it or take it back first, or choose another decision.</translation>
    </message>
    <message>
        <source>这件事现在就由这些单位办理，没有改派，填写的内容都在。请换一个单位，或改选“继续办理”。</source>
        <translation>These units handle the case already. Not reassigned; all you typed is kept. Choose another unit, or “Carry on”.</translation>
    </message>
    <message>
        <source>事件 {number} 现在是“{case_state}”，只有处置中的事件可以延期，没有议定，填写的内容都在。请改选别的处理意见。</source>
        <translation>Case {number} is now “{case_state}”; only cases being handled can be extended. Not agreed; all you typed is kept. Choose another decision.</translation>
    </message>
    <message>
        <source>事件 {number} 的办结期限{due}已过，到期后不能再延期，没有议定，填写的内容都在。请改选“继续办理”或“督办”，把完成时限写进议定事项。</source>
        <translation>The deadline {due} of case {number} has passed and cannot be extended. Not agreed; all you typed is kept. Choose “Carry on” or “Supervision” and put the new date into the agreed item.</translation>
    </message>
    <message>
        <source>{day}不是工作日，延期要延到工作日，没有议定，填写的内容都在。请改填一个工作日。</source>
        <translation>{day} is not a workday; extend to a workday. Not agreed; all you typed is kept. Give a workday.</translation>
    </message>
    <message>
        <source>完成时限不晚于事件现在的办结期限{due}，没有可延的，没有议定，填写的内容都在。请填更晚的日期，或改选“继续办理”。</source>
        <translation>The date is not later than the deadline {due} of the case; there is nothing to extend. Not agreed; all you typed is kept. Give a later day, or choose “Carry on”.</translation>
    </message>
    <message>
        <source>延期{days}个工作日超过了限度，这一次最多{longest}个，全部还剩{left}个，没有议定，填写的内容都在。请把完成时限提前。</source>
        <translation>An extension of {days} workdays is too long: at most {longest} this time, {left} left in all. Not agreed; all you typed is kept. Give an earlier date.</translation>
    </message>
    <message>
        <source>事件 {number} 现在是“{case_state}”，已不在办理中，不能督办，没有议定，填写的内容都在。请改选别的处理意见。</source>
        <translation>Case {number} is now “{case_state}” and no longer being handled; it cannot be supervised. Not agreed; all you typed is kept. Choose another decision.</translation>
    </message>
    <message>
        <source>事件 {number} 已是红牌督办，街道不能再升级，没有议定，填写的内容都在。请改选“继续办理”，并提请区综合指挥中心挂牌督办。</source>
        <translation>Case {number} has a red card; the street cannot go higher. Not agreed; all you typed is kept. Choose “Carry on” and ask the district centre to list it.</translation>
    </message>
    <message>
        <source>事件 {number} 已有一张未签发的督办通知单，没有再拟，没有议定，填写的内容都在。请先到督办页签发或撤销它，或改选“继续办理”。</source>
        <translation>Case {number} has a supervision notice not yet issued; no other was drafted. Not agreed; all you typed is kept. Issue or withdraw that one first, or choose “Carry on”.</translation>
    </message>
    <message>
        <source>新的期限不晚于原来的{due}，没有改动。请填更晚的时间。</source>
        <translation>The new deadline is not later than {due}. Nothing changed. Give a later time.</translation>
    </message>
    <message>
        <source>您没有“{permission}”的权限，没有改动。需要时请找指挥室主任开通。</source>
        <translation>You may not {permission}. Nothing changed. If you need it, ask the room director.</translation>
    </message>
    <message>
        <source>账号已停用或过期，没有改动。请找指挥室主任。</source>
        <translation>The account is disabled or has expired. Nothing changed. Ask the room director.</translation>
    </message>
    <message>
        <source>密码连续输错，账号锁定到{until}。请稍后再试，或找管理员重设密码。</source>
        <translation>Too many wrong passwords; the account is locked until {until}. Try later, or ask an administrator for a new password.</translation>
    </message>
    <message>
        <source>登录名或密码不对，没有登录。请再输一次；连续五次输错，账号会锁定半小时。</source>
        <translation>Login or password is wrong. Not signed on. Try again; after five failures the account is locked for half an hour.</translation>
    </message>
    <message>
        <source>没有“{login}”这个账号，没有改动。请核对登录名。</source>
        <translation>There is no account “{login}”. Nothing changed. Check the login.</translation>
    </message>
    <message>
        <source>登录名“{login}”不能用，没有保存。请用 2 到 40 个小写字母、数字、点、短横或下划线。</source>
        <translation>The login “{login}” cannot be used. Not saved. Use 2 to 40 small letters, digits, dots, hyphens or underscores.</translation>
    </message>
    <message>
        <source>登录名“{login}”已有人用，没有保存。请换一个。</source>
        <translation>The login “{login}” is taken. Not saved. Choose another.</translation>
    </message>
    <message>
        <source>密码太简单，没有保存。请用至少{minimum}个字符，含大写、小写、数字、符号中的三种，不含登录名。</source>
        <translation>The password is too simple. Not saved. Use at least {minimum} characters with three of: capitals, small letters, digits, signs; without the login.</translation>
    </message>
    <message>
        <source>不能停用自己的账号，没有改动。请由另一位管理员停用。</source>
        <translation>You cannot disable your own account. Nothing changed. Ask another administrator.</translation>
    </message>
    <message>
        <source>这是最后一个主任账号，没有停用。请先增加另一个主任账号。</source>
        <translation>This is the last director&apos;s account. Not disabled. Add another director first.</translation>
    </message>
    <message>
        <source>找不到这个账号，没有改动。请刷新后再选。</source>
        <translation>This account was not found. Nothing changed. Refresh and choose again.</translation>
    </message>
    <message>
        <source>账号刚被别人改动，没有保存。请刷新后再试。</source>
        <translation>Someone else just changed the account. Not saved. Refresh and try again.</translation>
    </message>
    <message>
        <source>找不到这个人，没有改动。请刷新后再选。</source>
        <translation>This person was not found. Nothing changed. Refresh and choose again.</translation>
    </message>
    <message>
        <source>人员信息刚被别人改动，没有保存。请刷新后再试。</source>
        <translation>Someone else just changed this person. Not saved. Refresh and try again.</translation>
    </message>
    <message>
        <source>找不到这个单位，没有改动。请从单位列表中选择。</source>
        <translation>This unit was not found. Nothing changed. Choose one from the list.</translation>
    </message>
    <message>
        <source>单位信息刚被别人改动，没有保存。请刷新后再试。</source>
        <translation>Someone else just changed this unit. Not saved. Refresh and try again.</translation>
    </message>
    <message>
        <source>编码 {code} 已用于{unit}，没有保存。请换一个编码。</source>
        <translation>The code {code} belongs to {unit}. Not saved. Choose another code.</translation>
    </message>
    <message>
        <source>{unit}还承办着{count}件没有办结的事件，没有停用。请先改派这些事件。</source>
        <translation>{unit} still handles {count} open cases. Not retired. Reassign these cases first.</translation>
    </message>
    <message>
        <source>单位编码 {codes} 不存在或不能承办事件，没有保存。请核对编码。</source>
        <translation>The unit codes {codes} do not exist or cannot handle cases. Not saved. Check the codes.</translation>
    </message>
    <message>
        <source>每个街道只有一个指挥室，没有改动。请修改原来的指挥室。</source>
        <translation>A street has one command room only. Nothing changed. Edit the one there is.</translation>
    </message>
    <message>
        <source>网格要属于一个村社，没有保存。请先选村社。</source>
        <translation>A grid belongs to a community. Not saved. Choose the community first.</translation>
    </message>
    <message>
        <source>只有网格才有上级单位，没有保存。请去掉“{unit}”。</source>
        <translation>Only grids have a parent unit. Not saved. Take out “{unit}”.</translation>
    </message>
    <message>
        <source>编码或名称已用于“{code} {name}”，没有保存。请换一个。</source>
        <translation>Code or name is used by “{code} {name}”. Not saved. Choose another.</translation>
    </message>
    <message>
        <source>事项刚被别人改动，您填写的内容还在，没有保存。请刷新后再提交。</source>
        <translation>Someone else just changed the item. What you typed is kept but not saved. Refresh and submit again.</translation>
    </message>
    <message>
        <source>办理时限{hours}小时不对，没有保存。请填 1 到 {most} 小时。</source>
        <translation>A limit of {hours} hours is wrong. Not saved. Give 1 to {most} hours.</translation>
    </message>
    <message>
        <source>没有“{platform}”这个平台，没有保存。可用的平台是：{known}。</source>
        <translation>There is no platform “{platform}”. Not saved. There are: {known}.</translation>
    </message>
    <message>
        <source>临时事项“{name}”没有截止日期，没有保存。请填写有效期。</source>
        <translation>The temporary item “{name}” has no last day. Not saved. Give the days it is valid.</translation>
    </message>
    <message>
        <source>有效期的结束日期{end}早于开始日期{start}，没有保存。请改正日期。</source>
        <translation>The last day {end} is before the first day {start}. Not saved. Correct the days.</translation>
    </message>
    <message>
        <source>没有“{name}”这项设置，没有改动。可以设置的有：{known}。</source>
        <translation>There is no setting “{name}”. Nothing changed. There are: {known}.</translation>
    </message>
    <message>
        <source>设置中没有 {fields}，没有改动。可以设置的有：{known}。</source>
        <translation>The setting has no {fields}. Nothing changed. There are: {known}.</translation>
    </message>
    <message>
        <source>日期{day}不在可以设置的范围内，没有改动。请填 2000 年到 2100 年的日期。</source>
        <translation>The day {day} cannot be set. Nothing changed. Give a day between 2000 and 2100.</translation>
    </message>
    <message>
        <source>一次可以设置 1 到 {most} 天，没有改动。请分几次设置。</source>
        <translation>1 to {most} days can be set at once. Nothing changed. Do it in several steps.</translation>
    </message>
    <message>
        <source>找不到这份延期申请，没有改动。请刷新后再看。</source>
        <translation>This extension was not found. Nothing changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>延期申请刚被改动，没有保存。请刷新后再看。</source>
        <translation>The extension was just changed. Not saved. Refresh and look again.</translation>
    </message>
    <message>
        <source>{name}已经建好了，没有改动。请直接使用，或换一个数据库文件。</source>
        <translation>{name} has been set up already. Nothing changed. Use it, or choose another database file.</translation>
    </message>
    <message>
        <source>数据库里没有“{name}”，没有改动。这里的街道是：{known}。</source>
        <translation>The database holds no “{name}”. Nothing changed. Its street is: {known}.</translation>
    </message>
    <message>
        <source>只有演练数据库才能设定时间，没有改动。请去掉 at，或换用演练数据库。</source>
        <translation>Only a drill database takes a set time. Nothing changed. Leave out at, or use a drill database.</translation>
    </message>
    <message>
        <source>这个操作编号已用于另一项操作，没有改动。请重新打开表单再提交。</source>
        <translation>The number of this action was used for another one. Nothing changed. Open the form again and submit.</translation>
    </message>
    <message>
        <source>找不到这个附件。请刷新后再看。</source>
        <translation>This attachment was not found. Refresh and look again.</translation>
    </message>
    <message>
        <source>附件“{name}”的内容与存入时不一致，没有打开。请报告管理员核查。</source>
        <translation>The attachment “{name}” is not what was stored. Not opened. Tell the administrator.</translation>
    </message>
    <message>
        <source>不能附加“{name}”这种文件，没有保存。请用图片、PDF、Word、Excel、文本或 MP4。</source>
        <translation>A file like “{name}” cannot be attached. Not saved. Use pictures, PDF, Word, Excel, text or MP4.</translation>
    </message>
    <message>
        <source>数据库里还没有可用的账号，没有改动。请先用 init 建立街道。</source>
        <translation>The database has no account yet. Nothing changed. Set up the street first with init.</translation>
    </message>
    <message>
        <source>叫“{name}”的账号不止一个：{logins}。没有改动，请写登录名。</source>
        <translation>Several accounts are called “{name}”: {logins}. Nothing changed. Give the login.</translation>
    </message>
    <message>
        <source>督办单 {number} 现在是“{state}”，不能{action}，没有改动。请刷新后按当前状态办理。</source>
        <translation>Supervision notice {number} is now “{state}”: you cannot {action}. Nothing changed. Refresh and go on from its present state.</translation>
    </message>
    <message>
        <source>您的岗位不能{action}这张督办单，没有改动。请由有权限的人员办理。</source>
        <translation>Your post may not {action} this supervision notice. Nothing changed. Ask someone who may.</translation>
    </message>
    <message>
        <source>这张督办单发给另一个单位，没有改动。请由被督办单位办理。</source>
        <translation>This supervision notice went to another unit. Nothing changed. Leave it to that unit.</translation>
    </message>
    <message>
        <source>找不到这张督办单，没有改动。请核对文号。</source>
        <translation>This supervision notice was not found. Nothing changed. Check its number.</translation>
    </message>
    <message>
        <source>督办单在您打开后已被改动，您填写的内容还在，没有保存。请看过新的情况后再提交。</source>
        <translation>The supervision notice was changed after you opened it. What you typed is kept but not saved. Look at the new state, then submit again.</translation>
    </message>
    <message>
        <source>这件事已有一张未完成的督办单，没有再拟。请在原来的督办单上继续。</source>
        <translation>This case has an open supervision notice. No other was drafted. Go on with that one.</translation>
    </message>
    <message>
        <source>督办单还没有签发编号，不能存为正式文书，没有保存。请先签发。</source>
        <translation>The supervision notice has no number yet and cannot be filed. Not saved. Issue it first.</translation>
    </message>
    <message>
        <source>督办单没有写明督办哪件事，没有保存。请先选事件或议定事项。</source>
        <translation>The supervision notice does not say what it is about. Not saved. Choose a case or an agreed item.</translation>
    </message>
    <message>
        <source>督办单没有被督办单位，没有保存。请选择单位。</source>
        <translation>The supervision notice has no unit. Not saved. Choose the unit.</translation>
    </message>
    <message>
        <source>{unit}不能作为被督办单位，没有保存。请改选站所、科室或村社。</source>
        <translation>{unit} cannot be supervised. Not saved. Choose a station, office or community.</translation>
    </message>
    <message>
        <source>这件事已是“{standing}”，督办只能升级，没有保存。请选更高一级。</source>
        <translation>The case is at “{standing}” already and supervision only rises. Not saved. Choose a higher level.</translation>
    </message>
    <message>
        <source>没有说明是哪一条督办建议，没有改动。请从建议列表中选择。</source>
        <translation>It was not said which suggestion is meant. Nothing changed. Choose one from the list.</translation>
    </message>
    <message>
        <source>“{field}”已经过去，没有保存。请改成今后的时间。</source>
        <translation>“{field}” has passed. Not saved. Give a time to come.</translation>
    </message>
    <message>
        <source>新的时限不晚于原来的{due}，没有改动。请填更晚的时间。</source>
        <translation>The new limit is not later than {due}. Nothing changed. Give a later time.</translation>
    </message>
    <message>
        <source>完成时限{due}早于挂牌日期{start}，没有保存。请改正日期。</source>
        <translation>The limit {due} is before the listing on {start}. Not saved. Correct the day.</translation>
    </message>
    <message>
        <source>回复的结果不是“已办结”，还不能申请销号，没有改动。请办结并回复后再申请。</source>
        <translation>The reply does not say “closed”, so striking off cannot be asked for. Nothing changed. Close it, reply, then ask.</translation>
    </message>
    <message>
        <source>找不到这份文书，没有改动。请先制作文书。</source>
        <translation>This paper was not found. Nothing changed. Make the paper first.</translation>
    </message>
    <message>
        <source>文书上的文号{number}与督办单的{right}不一致，没有保存。请重新制作文书。</source>
        <translation>The paper says {number}, the supervision notice {right}. Not saved. Make the paper again.</translation>
    </message>
    <message>
        <source>打印份数{copies}不对，没有登记。请填 1 到 999。</source>
        <translation>{copies} copies is wrong. Not recorded. Give 1 to 999.</translation>
    </message>
    <message>
        <source>挂牌文号{number}已经登记过，没有再登记。请在原来的记录上继续。</source>
        <translation>The listing {number} is recorded already. Not recorded again. Go on with that record.</translation>
    </message>
    <message>
        <source>挂牌督办 {number} 现在是“{state}”，不能这样办，没有改动。请刷新后再看。</source>
        <translation>Listing {number} is now “{state}”; this cannot be done. Nothing changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>找不到这件挂牌督办，没有改动。请核对文号。</source>
        <translation>This listing was not found. Nothing changed. Check its number.</translation>
    </message>
    <message>
        <source>挂牌督办在您打开后已被改动，您填写的内容还在，没有保存。请看过新的情况后再提交。</source>
        <translation>The listing was changed after you opened it. What you typed is kept but not saved. Look at the new state, then submit again.</translation>
    </message>
    <message>
        <source>摘牌日期{day}不对，没有保存。请填挂牌以后、今天以前的日期。</source>
        <translation>The delisting day {day} is wrong. Not saved. Give a day after the listing and not after today.</translation>
    </message>
    <message>
        <source>文书在您打开后已有变化，没有改动。请刷新后再看。</source>
        <translation>The paper was changed after you opened it. Nothing changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>“{field}”太长（{length}个字），没有保存，已填的内容都在。请缩短到{most}{limit}个字以内。</source>
        <translation>“{field}” is too long ({length} characters). Not saved; all you typed is kept. Shorten it to {most}{limit} characters.</translation>
    </message>
    <message>
        <source>“{field}”太短，没有保存，已填的内容都在。请至少写{least}个字。</source>
        <translation>“{field}” is too short. Not saved; all you typed is kept. Write at least {least} characters.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字符无法保存，内容还在。请删去后再提交。</source>
        <translation>Character {position} of “{field}” cannot be saved; the text is kept. Delete it and submit again.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字符是残缺的字，内容还在。请重新输入这个字。</source>
        <translation>Character {position} of “{field}” is a broken character; the text is kept. Type it again.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字符是看不见的控制符，内容还在。请删去后再提交。</source>
        <translation>Character {position} of “{field}” is an invisible control sign; the text is kept. Delete it and submit again.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字符不是有效的字，内容还在。请删去后再提交。</source>
        <translation>Character {position} of “{field}” is not a valid character; the text is kept. Delete it and submit again.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字符附加符号太多，内容还在。请删去多余的符号。</source>
        <translation>Character {position} of “{field}” carries too many marks; the text is kept. Delete the surplus marks.</translation>
    </message>
    <message>
        <source>“{field}”里有“{sign}”，没有保存，已填的内容都在。电话请只写数字。</source>
        <translation>“{field}” holds “{sign}”. Not saved; all you typed is kept. Write digits only.</translation>
    </message>
    <message>
        <source>“{field}”里没有数字，没有保存，已填的内容都在。请写电话号码，或留空。</source>
        <translation>“{field}” holds no digits. Not saved; all you typed is kept. Write a phone number, or leave it empty.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字“{character}”（{code_point}）没有可用的字体，没有制作文书。请在“字体”文件夹放入含这个字的字体，或换一个字。</source>
        <translation>No font has character {position} of “{field}”, “{character}” ({code_point}). The paper was not made. Put a font that has it into the “fonts” folder, or use another character.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字（{code_point}）是自造字，没有制作文书。请改用标准汉字。</source>
        <translation>Character {position} of “{field}” ({code_point}) is a private one. The paper was not made. Use a standard character.</translation>
    </message>
    <message>
        <source>“{field}”第{position}个字（{code_point}）无法打印，没有制作文书。请重新输入这个字。</source>
        <translation>Character {position} of “{field}” ({code_point}) cannot be printed. The paper was not made. Type it again.</translation>
    </message>
    <message>
        <source>文书超过{limit}页，没有制作。请缩短内容，或分成几份。</source>
        <translation>The paper is longer than {limit} pages. Not made. Shorten it, or split it.</translation>
    </message>
    <message>
        <source>表格有一行的列数不对，没有制作。请把详情复制给管理员。</source>
        <translation>A row of the table has the wrong number of columns. Not made. Copy the details for the administrator.</translation>
    </message>
    <message>
        <source>缺少打印用的字体，没有制作文书。请重新安装程序，或在“字体”文件夹放入字体。</source>
        <translation>The fonts for printing are missing. The paper was not made. Install the program again, or put fonts into the “fonts” folder.</translation>
    </message>
    <message>
        <source>字体文件 {path} 损坏，没有制作文书。请重新安装程序，或换一份字体。</source>
        <translation>The font file {path} is damaged. The paper was not made. Install the program again, or replace the font.</translation>
    </message>
    <message>
        <source>字体不能解压到 {path}，没有制作文书。请检查这个文件夹能否写入。</source>
        <translation>The fonts cannot be unpacked to {path}. The paper was not made. Check that the folder can be written.</translation>
    </message>
    <message>
        <source>PDF 组件的版本 {found} 与程序不配，没有制作文书。请重新安装程序。</source>
        <translation>The PDF component {found} does not fit the program. The paper was not made. Install the program again.</translation>
    </message>
    <message>
        <source>这个 PDF 打不开，没有显示。请重新制作文书。</source>
        <translation>This PDF cannot be opened. Not shown. Make the paper again.</translation>
    </message>
    <message>
        <source>只有登记人本人可以撤销登记，没有改动。需要作废时请找值班长。</source>
        <translation>Only who registered the case may take it back; nothing was changed. Ask the shift lead to void it.</translation>
    </message>
    <message>
        <source>登记已超过十分钟，不能再撤销，没有改动。需要作废时请找值班长。</source>
        <translation>Registered more than ten minutes ago; nothing was changed. Ask the shift lead to void it.</translation>
    </message>
    <message>
        <source>这件事已有单位办理，不能再撤销登记，没有改动。需要时请找值班长。</source>
        <translation>A unit already handles the case; nothing was changed. Ask the shift lead.</translation>
    </message>
    <message>
        <source>已有{count}件重复登记并入{number}，不能撤销登记，没有改动。需要作废时请找值班长。</source>
        <translation>{count} duplicates are linked to {number}; nothing was changed. Ask the shift lead to void it.</translation>
    </message>
    <message>
        <source>“{words}”已经指向“{name}”，没有保存。请直接修改那一条。</source>
        <translation>“{words}” already suggests “{name}”; nothing was saved. Change that line instead.</translation>
    </message>
    <message>
        <source>提示词“{words}”已停用，没有改动。需要时请重新新增。</source>
        <translation>Suggestion words “{words}” are retired; nothing was changed. Add them anew if needed.</translation>
    </message>
    <message>
        <source>这条提示词已不在，没有改动。请刷新后再看。</source>
        <translation>This line is gone; nothing was changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>提示词刚被别人改动，您填写的内容还在，没有保存。请刷新后再提交。</source>
        <translation>Someone else just changed these words; what you typed is kept, not saved. Refresh and submit again.</translation>
    </message>
    <message>
        <source>提示词太短，没有保存。每个词至少两个字，几个词之间用空格隔开。</source>
        <translation>The words are too short; nothing was saved. Each needs two characters; part several by blanks.</translation>
    </message>
    <message>
        <source>分量不对，没有保存。请填 1 到 {most}。</source>
        <translation>The weight is wrong; nothing was saved. Enter 1 to {most}.</translation>
    </message>
    <message>
        <source>“{setting}”只能填 {least} 到 {most}（{unit}），没有改动，仍按原来的执行。请改正数字。</source>
        <translation>&quot;{setting}&quot; takes {least} to {most} ({unit}); nothing was changed, the old value holds. Please correct the number.</translation>
    </message>
    <message>
        <source>“{setting}”必须小于“{higher}”，没有改动，仍按原来的执行。请先调整另一项。</source>
        <translation>&quot;{setting}&quot; must be smaller than &quot;{higher}&quot;; nothing was changed, the old value holds. Please change the other one first.</translation>
    </message>
    <message>
        <source>“{setting}”填的不是{unit}，没有改动，仍按原来的执行。请改正。</source>
        <translation>&quot;{setting}&quot; needs {unit}; nothing was changed, the old value holds. Please correct it.</translation>
    </message>
    <message>
        <source>这一段不能用〔{place}〕，没有保存，写的内容还在。相近的有：{nearest}。</source>
        <translation>The place {place} cannot be used here; nothing was saved, your text is kept. Similar ones: {nearest}.</translation>
    </message>
    <message>
        <source>括号〔〕或［］没有成对，没有保存，写的内容还在。请补上或去掉多余的括号。</source>
        <translation>The brackets do not pair; nothing was saved, your text is kept. Please add or remove one.</translation>
    </message>
    <message>
        <source>{day}已经过去，没有改动。以前的时限不能追改，请填今天或以后的日期，或不填立即生效。</source>
        <translation>{day} has passed; nothing was changed. Enter today or a later day, or leave it empty for at once.</translation>
    </message>
    <message>
        <source>{day}太远，没有改动。最多提前两年安排，请填近一些的日期。</source>
        <translation>{day} is too far away; nothing was changed. Changes are planned two years ahead at most.</translation>
    </message>
    <message>
        <source>{day}没有安排好的改动，或已经生效，没有撤回。请刷新后再看。</source>
        <translation>There is no planned change from {day}, or it holds already; nothing was taken back. Please refresh.</translation>
    </message>
    <message>
        <source>“{step}”要真正做过才算完成，没有记录。请按提示去做，做完会自动打勾。</source>
        <translation>“{step}” has to be done to count; nothing was recorded. Do it, and it ticks itself.</translation>
    </message>
    <message>
        <source>不能交班给自己，没有交班。请另选接班人。</source>
        <translation>You cannot hand over to yourself; nothing was handed over. Choose somebody else.</translation>
    </message>
    <message>
        <source>接班人须是指挥室在用的值班账号，没有交班。请另选接班人。</source>
        <translation>Only an active account of the room may take over; nothing was handed over. Choose somebody else.</translation>
    </message>
    <message>
        <source>您上次交班还没有人签字接班，没有再交。请等对方签字，或先撤回上次交班。</source>
        <translation>Your last handover is not signed yet; nothing was handed over. Wait for the signature or withdraw it first.</translation>
    </message>
    <message>
        <source>{number}已办结，不用再交给下一班，没有交班。请去掉这一件再交。</source>
        <translation>{number} is closed and need not be handed over; nothing was handed over. Leave it out and try again.</translation>
    </message>
    <message>
        <source>这次交接已经双方签字，不能再改动。请刷新后查看。</source>
        <translation>Both have signed this handover; it cannot be changed. Refresh to see it.</translation>
    </message>
    <message>
        <source>这次交班还没有签字接班，没有记录。请先签字接班。</source>
        <translation>This handover is not signed yet; nothing was recorded. Sign it first.</translation>
    </message>
    <message>
        <source>这次交接不是交给您的，没有签字。请由交班、接班本人办理。</source>
        <translation>This handover is not yours; nothing was signed. The two people named must do it.</translation>
    </message>
    <message>
        <source>找不到这次交班，可能已被撤回，没有改动。请刷新后再看。</source>
        <translation>This handover is not found, perhaps it was withdrawn; nothing was changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>这次交班刚被改动，没有签字。请刷新后再看。</source>
        <translation>This handover has just changed; nothing was signed. Refresh and look again.</translation>
    </message>
    <message>
        <source>找不到上一班交来的这件事，没有改动。请刷新后再看。</source>
        <translation>This matter of the last shift is not found; nothing was changed. Refresh and look again.</translation>
    </message>
    <message>
        <source>上一班交来的这件事刚被改动，没有保存。请刷新后再看。</source>
        <translation>This matter of the last shift has just changed; nothing was saved. Refresh and look again.</translation>
    </message>
    <message>
        <source>上一班交来的这件事已经了结，没有重复记录。请刷新后再看。</source>
        <translation>This matter of the last shift is settled already; nothing was recorded twice. Refresh and look again.</translation>
    </message>
    <message>
        <source>已有名为“{name}”的视图，没有保存。请换一个名称，或更新原来的视图。</source>
        <translation>There is a view named “{name}” already; nothing was saved. Choose another name, or update that view.</translation>
    </message>
    <message>
        <source>自己的视图最多{most}个，没有保存。请先删除不用的视图。</source>
        <translation>You may keep at most {most} views; nothing was saved. Delete one that is no longer used.</translation>
    </message>
    <message>
        <source>找不到这个视图，没有改动。可能已被删除，请刷新后再看。</source>
        <translation>This view was not found; nothing was changed. It may have been deleted: refresh and look again.</translation>
    </message>
    <message>
        <source>这个视图刚被别人改过，没有改动。请刷新后再改。</source>
        <translation>Somebody has just changed this view; nothing was changed. Refresh and try again.</translation>
    </message>
    <message>
        <source>任务没有启动（{detail}），什么都没有改动。请关闭一些程序后再试。</source>
        <translation>The task did not start ({detail}); nothing has changed. Close some programs and try again.</translation>
    </message>
    <message>
        <source>任务中途停了：处理它的程序被系统结束。写到一半的已撤销，没有留下半个文件。请再试一次；同一份文件再次导入不会重复。</source>
        <translation>The task broke off: the system ended its program. What was half written is undone and no half file is left. Try again; importing the same file twice makes no duplicates.</translation>
    </message>
    <message>
        <source>内存不够，任务停了：写到一半的已撤销，没有留下半个文件。请把文件分成几份，或重新导出一份后再试。</source>
        <translation>Out of memory, the task stopped: what was half written is undone and no half file is left. Split the file or export it anew and try again.</translation>
    </message>
    <message>
        <source>{seconds} 秒还没有处理完，任务停了：写到一半的已撤销，没有留下半个文件。请把文件分成几份，或重新导出一份后再试。</source>
        <translation>Not done after {seconds} seconds, the task was stopped: what was half written is undone and no half file is left. Split the file or export it anew and try again.</translation>
    </message>
    <message>
        <source>街道信息刚被别人改动，没有保存。请刷新后再试。</source>
        <translation>The street was just changed by somebody else; nothing was saved. Refresh and try again.</translation>
    </message>
    <message>
        <source>机关代字“{code}”不能用，没有改动。请填 1 到 9 个汉字，如 龙永督。</source>
        <translation>The office signs &quot;{code}&quot; cannot be used; nothing was changed. Enter 1 to 9 Chinese characters.</translation>
    </message>
    <message>
        <source>编号只能往后调，没有改动。下一个已经是 {next}，请填更大的数。</source>
        <translation>Numbers only go forward; nothing was changed. The next one is {next} already, enter a larger one.</translation>
    </message>
    <message>
        <source>编号太大，没有改动。一年的编号最大到 {most}，请填小一些的数。</source>
        <translation>The number is too large; nothing was changed. A year goes up to {most}, enter a smaller one.</translation>
    </message>
    <message>
        <source>打印机{printer}现在不能用，没有打印。请换一台，或另存为 PDF。</source>
        <translation>Printer {printer} is not available; nothing was printed. Choose another one, or save as PDF.</translation>
    </message>
    <message>
        <source>打印机{printer}在第{page}页停下，后面的没有打印。请检查打印机后再打，或另存为 PDF。</source>
        <translation>Printer {printer} stopped at page {page}; the rest was not printed. Check it and print again, or save as PDF.</translation>
    </message>
    <message>
        <source>这不是练习数据，没有打开，也没有改动。请在登录页重新开始练习模式。</source>
        <translation>This is no practice data; it was neither opened nor changed. Start practice again when signing on.</translation>
    </message>
    <message>
        <source>服务器地址看不懂：{address}。应形如 postgresql://服务器/库名，请核对后重试。</source>
        <translation>The server address {address} makes no sense. It should look like postgresql://server/database; check it and try again.</translation>
    </message>
    <message>
        <source>服务器 {address} 上还没有本系统的数据库。请管理员先建库，再登录。</source>
        <translation>The server {address} has no database of this program yet. Ask the administrator to make it, then sign on.</translation>
    </message>
    <message>
        <source>服务器 {address} 的数据来自更新的版本（{revision}）。请升级本程序后再登录，数据没有改动。</source>
        <translation>The data on {address} come from a newer version ({revision}). Upgrade this program, then sign on; nothing was changed.</translation>
    </message>
    <message>
        <source>服务器 {address} 的数据还是旧版本。请管理员先升级服务器，数据没有改动。</source>
        <translation>The data on {address} are of an older version. Ask the administrator to upgrade the server; nothing was changed.</translation>
    </message>
    <message>
        <source>数据库服务器拒绝了这项操作：您的账号没有这个权限。没有改动任何数据。</source>
        <translation>The database server refused this: your account has no right to it. Nothing was changed.</translation>
    </message>
    <message>
        <source>“{field}”太长（{length}个字），没有制作文书。请缩短到{limit}个字以内，或另作附件。</source>
        <translation>“{field}” is too long ({length} characters). The paper was not made. Shorten it to {limit} characters, or make it an attachment.</translation>
    </message>
    <message>
        <source>“{field}”太长（{length}个字），一行排不下，没有制作文书。请缩短到{limit}个字以内。</source>
        <translation>“{field}” is too long ({length} characters) for its line. The paper was not made. Shorten it to {limit} characters.</translation>
    </message>
    <message>
        <source>“{field}”是空的，没有制作文书。请先填写，再制作。</source>
        <translation>“{field}” is empty. The paper was not made. Fill it in and try again.</translation>
    </message>
    <message>
        <source>本机没有“{face}”，又设为不用替代字体，没有制作文书。请把这款字体放进“字体”文件夹。</source>
        <translation>This computer lacks the font “{face}”, and substitutes are not wished. The paper was not made. Put the font into the “fonts” folder.</translation>
    </message>
    <message>
        <source>“{name}”有好几项，没有写明改哪一项，没有改动。请逐项写明，可以设置的有：{known}。</source>
        <translation>“{name}” has several parts; none was named. Nothing changed. There are: {known}.</translation>
    </message>
    <message>
        <source>止日{last}早于起日{first}，没有生成。请改正日期。</source>
        <translation>{last} is before {first}; nothing was made. Correct the days.</translation>
    </message>
    <message>
        <source>打印机{printer}没有接收，没有打印：{reason}。请检查打印机后再打，或另存为 PDF。</source>
        <translation>Printer {printer} did not take the job, nothing was printed: {reason}. Check the printer and print again, or save as PDF.</translation>
    </message>
    <message>
        <source>这份文书只有{count}页，没有第{pages}页，没有打印。请改页码范围。</source>
        <translation>This paper has only {count} pages and no page {pages}; nothing was printed. Change the pages.</translation>
    </message>
    <message>
        <source>连不上数据库服务器（{path}）。没有改动任何数据；请核对地址、库名和账号，检查网络后重试。</source>
        <translation>The database server ({path}) cannot be reached. Nothing was changed; check address, database, account and network, then try again.</translation>
    </message>
    <message>
        <source>您是以 {login} 登录服务器的，不能代替别人操作，没有改动。请本人登录后再办。</source>
        <translation>You are signed on to the server as {login} and cannot act for somebody else. Nothing was changed; let that person sign on.</translation>
    </message>
    <message>
        <source>这项操作只用于本机的数据库文件，没有改动。服务器的备份和恢复由管理员在服务器上进行。</source>
        <translation>This is for a database file on this computer only; nothing was changed. A server is backed up and restored by its administrator.</translation>
    </message>
    <message>
        <source>密码过期已超过 14 天，没有登录。请找管理员重设密码，登录后改成自己的。</source>
        <translation>The password expired more than 14 days ago; not signed on. Ask the administrator for a new one, then choose your own.</translation>
    </message>
    <message>
        <source>网络里找不到服务器 {path}，没有登录，数据没有改动。请核对服务器地址，或问管理员。</source>
        <translation>Server {path} is not found in the network; not signed on, nothing was changed. Check the address, or ask the administrator.</translation>
    </message>
    <message>
        <source>服务器 {path} 正在启动或停机，没有登录，数据没有改动。请过一分钟再试。</source>
        <translation>Server {path} is starting or stopping; not signed on, nothing was changed. Try again in a minute.</translation>
    </message>
    <message>
        <source>只有备用服务器在运行，它不能登记，没有登录，数据没有改动。请稍后再试，或通知管理员。</source>
        <translation>Only the standby is running, which takes no changes; not signed on, nothing was changed. Try later, or tell the administrator.</translation>
    </message>
    <message>
        <source>服务器 {path} 的连接已满，没有登录，数据没有改动。请关闭您在别处打开的窗口，稍后再试。</source>
        <translation>Server {path} has no free connection; not signed on, nothing was changed. Close your windows elsewhere and try again.</translation>
    </message>
    <message>
        <source>服务器 {path} 不接受这台电脑或这个账号，没有登录，数据没有改动。请管理员核对允许的网段和账号。</source>
        <translation>Server {path} does not accept this computer or account; not signed on, nothing was changed. Ask the administrator to check networks and accounts.</translation>
    </message>
    <message>
        <source>服务器上没有这个库：{path}。没有登录，数据没有改动；请核对库名，一般是 command_room。</source>
        <translation>There is no such database: {path}. Not signed on, nothing was changed; check its name, usually command_room.</translation>
    </message>
    <message>
        <source>登录名或密码不对，没有登录。请再输一次；连续五次输错，账号会锁定半小时。确认无误仍不行时，账号可能已锁定或过期，请找管理员。</source>
        <translation>Login or password is wrong; not signed on. Try again; five wrong ones lock the account for half an hour. If you are sure, it may be locked or expired: ask the administrator.</translation>
    </message>
    <message>
        <source>服务器 {path} 的证书是给另一个名称的，为了安全没有连接，密码没有发出。请按管理员给的地址填写。</source>
        <translation>The certificate of server {path} is for another name; not connected, the password was not sent. Use the address from the administrator.</translation>
    </message>
    <message>
        <source>服务器 {path} 的证书不是本单位签发的，为了安全没有连接，密码没有发出。请核对地址，并向管理员要证书文件 ca.crt。</source>
        <translation>The certificate of server {path} was not issued by your office; not connected, the password was not sent. Check the address and ask the administrator for ca.crt.</translation>
    </message>
    <message>
        <source>服务器 {path} 的证书已过期，没有连接，密码没有发出。请核对这台电脑的日期；日期无误时请管理员换证书。</source>
        <translation>The certificate of server {path} has expired; not connected, the password was not sent. Check the date of this computer; if it is right, the administrator must renew the certificate.</translation>
    </message>
    <message>
        <source>服务器 {path} 的证书还没有生效，没有连接，密码没有发出。请核对这台电脑的日期和时间。</source>
        <translation>The certificate of server {path} is not valid yet; not connected, the password was not sent. Check date and time of this computer.</translation>
    </message>
    <message>
        <source>没有可用的证书文件，不能确认对方是本单位的服务器，没有连接，密码没有发出。请选择管理员给的 ca.crt。</source>
        <translation>Without a certificate file the server cannot be proven to be yours; not connected, the password was not sent. Choose the ca.crt from the administrator.</translation>
    </message>
    <message>
        <source>服务器 {path} 没有加密连接，为了安全没有登录，密码没有发出。请管理员在服务器上启用证书。</source>
        <translation>Server {path} offers no encryption; not signed on, the password was not sent. The administrator must enable its certificate.</translation>
    </message>
    <message>
        <source>服务器 {path} 没有用规定的方式核对密码，为了安全没有登录，密码没有发出。请通知管理员。</source>
        <translation>Server {path} does not check passwords as prescribed; not signed on, the password was not sent. Tell the administrator.</translation>
    </message>
    <message>
        <source>服务器没有应答，程序正在自动重连；这一步是否已保存还不知道，已填的内容都在。重新连上后请先看结果，没有保存再做一次。</source>
        <translation>The server did not answer; reconnecting. Whether this step was saved is not known; what you typed is kept. When it is back, look first and repeat only what was not saved.</translation>
    </message>
    <message>
        <source>服务器还没有连上，没有保存，已填的内容都在。连上以后请再提交一次。</source>
        <translation>The server is still away. Nothing was saved; what you typed is kept. Submit again when it is back.</translation>
    </message>
    <message>
        <source>数据库已由更新的版本升级，本程序不能再读写，没有保存，已填的内容都在。请退出，安装新版本后再登录。</source>
        <translation>A newer version upgraded the database; this program can no longer read or write it. Nothing was saved; what you typed is kept. Quit, install the new version and sign on again.</translation>
    </message>
    <message>
        <source>PostgreSQL {version} 在运行，端口 {port}。</source>
        <translation>PostgreSQL {version} is running on port {port}.</translation>
    </message>
    <message>
        <source>这次的选择记在 {path}。</source>
        <translation>These choices are kept in {path}.</translation>
    </message>
    <message>
        <source>角色已备好：数据归 {owner}（不能登录），人员都属于 {group}。</source>
        <translation>Roles are ready: {owner} owns the data (no sign-on), people belong to {group}.</translation>
    </message>
    <message>
        <source>数据库 {name} 已备好，外人不能连接。</source>
        <translation>Database {name} is ready; outsiders cannot connect.</translation>
    </message>
    <message>
        <source>表、规则和权限与本程序一致。</source>
        <translation>Tables, rules and rights are those of this program.</translation>
    </message>
    <message>
        <source>本单位的证书颁发机构和服务器证书已备好，证书上的名称：{hosts}。</source>
        <translation>The office&apos;s certificate authority and the server certificate are ready for: {hosts}.</translation>
    </message>
    <message>
        <source>服务器参数已核对，改了 {count} 项。</source>
        <translation>Server settings checked, {count} changed.</translation>
    </message>
    <message>
        <source>访问规则（pg_hba.conf）：只有 {networks} 的人员能经加密连接、凭密码进入 {name}，超级用户不能从网络进入。</source>
        <translation>Access rules (pg_hba.conf): people in {networks} reach {name} by TLS and password only; the superuser never over the network.</translation>
    </message>
    <message>
        <source>请把 {path} 拷到每台工作电脑，登录时要用。</source>
        <translation>Copy {path} to every workstation: signing on needs it.</translation>
    </message>
    <message>
        <source>请重启一次 PostgreSQL，这些参数才生效：{settings}。</source>
        <translation>Restart PostgreSQL once; these settings hold only then: {settings}.</translation>
    </message>
    <message>
        <source>服务器参数都对，加密连接已打开。</source>
        <translation>Server settings are right, TLS is on.</translation>
    </message>
    <message>
        <source>加密连接（ssl）没有打开，工作电脑连不上。请再运行 server init。</source>
        <translation>TLS (ssl) is off: no workstation can connect. Run server init again.</translation>
    </message>
    <message>
        <source>参数 {name} 现在是“{found}”，应为“{wanted}”。请再运行 server init。</source>
        <translation>Setting {name} is “{found}” and should be “{wanted}”. Run server init again.</translation>
    </message>
    <message>
        <source>数据页没有校验和，磁盘悄悄出错时发现不了。可在停库时用 pg_checksums --enable 打开。</source>
        <translation>Data pages have no checksums: a disk that fails silently is not noticed. While the server is stopped, pg_checksums --enable adds them.</translation>
    </message>
    <message>
        <source>访问规则都对，只向 {networks} 开放。</source>
        <translation>Access rules are right, open to {networks} only.</translation>
    </message>
    <message>
        <source>{detail} 里缺少本系统的访问规则，或被改动过。请再运行 server init。</source>
        <translation>The access rules in {detail} are missing or were changed. Run server init again.</translation>
    </message>
    <message>
        <source>pg_hba.conf 第 {line} 行有错（{detail}），整个文件都不会生效。请改正后重新加载。</source>
        <translation>Line {line} of pg_hba.conf is wrong ({detail}), so the whole file is not loaded. Correct and reload it.</translation>
    </message>
    <message>
        <source>pg_hba.conf 第 {line} 行用 {detail} 放人进来，密码可能被看到或根本不问。请删去或改用 scram-sha-256。</source>
        <translation>Line {line} of pg_hba.conf lets people in by {detail}: the password can be seen or is never asked for. Delete it or use scram-sha-256.</translation>
    </message>
    <message>
        <source>pg_hba.conf 第 {line} 行排在本系统的规则前面，会先放人进来。请删去或再运行 server init。</source>
        <translation>Line {line} of pg_hba.conf stands before ours and lets people in first. Delete it, or run server init again.</translation>
    </message>
    <message>
        <source>pg_hba.conf 第 {line} 行开放的网段 {detail} 太宽。请用本单位的网段再运行 server init。</source>
        <translation>Line {line} of pg_hba.conf opens network {detail}, which is too wide. Run server init again with the office&apos;s own.</translation>
    </message>
    <message>
        <source>证书都对，名称：{hosts}。</source>
        <translation>Certificates are right for: {hosts}.</translation>
    </message>
    <message>
        <source>{detail} 里没有证书。请再运行 server init。</source>
        <translation>There is no certificate in {detail}. Run server init again.</translation>
    </message>
    <message>
        <source>{detail} 不是现在的证书，工作电脑拿它登录不了。请再运行 server init 并重新分发。</source>
        <translation>{detail} is not the present certificate: workstations cannot sign on with it. Run server init again and hand it out anew.</translation>
    </message>
    <message>
        <source>{detail} 里的服务器证书不是本单位颁发的，或与私钥不配。请再运行 server init。</source>
        <translation>The server certificate in {detail} is not the office&apos;s, or does not fit its key. Run server init again.</translation>
    </message>
    <message>
        <source>证书上没有这些名称：{detail}，用它们登录会被拒绝。请再运行 server init。</source>
        <translation>The certificate lacks these names: {detail}; signing on by them is refused. Run server init again.</translation>
    </message>
    <message>
        <source>证书到 {until} 为止，之后谁也登录不了。请再运行 server init 换新。</source>
        <translation>A certificate ends on {until}; after that nobody can sign on. Run server init again to renew it.</translation>
    </message>
    <message>
        <source>证书换过了，PostgreSQL 还没有读。请重新加载（systemctl reload postgresql）。</source>
        <translation>The certificate was renewed but PostgreSQL has not read it. Reload it (systemctl reload postgresql).</translation>
    </message>
    <message>
        <source>人员的角色都没有多余的权力。</source>
        <translation>No person&apos;s role has more power than it should.</translation>
    </message>
    <message>
        <source>角色 {name} 有超出工作需要的权力。请查明是谁给的，并收回。</source>
        <translation>Role {name} has more power than the work needs. Find out who gave it, and take it back.</translation>
    </message>
    <message>
        <source>没有数据库 {name}。请运行 server init，或用备份恢复（server restore）。</source>
        <translation>There is no database {name}. Run server init, or bring it back from a backup (server restore).</translation>
    </message>
    <message>
        <source>数据库 {name} 的表和规则与本程序一致。</source>
        <translation>Tables and rules of database {name} are those of this program.</translation>
    </message>
    <message>
        <source>数据库 {name} 的表或规则不是本程序的，可能被改动过或版本较旧。请再运行 server init。</source>
        <translation>Tables or rules of database {name} are not those of this program: bent, or older. Run server init again.</translation>
    </message>
    <message>
        <source>最近的备份：{at}，已验证，共存 {count} 份。</source>
        <translation>Last backup: {at}, proven; {count} are kept.</translation>
    </message>
    <message>
        <source>{path} 里还没有备份。请运行 server backup。</source>
        <translation>There is no backup in {path} yet. Run server backup.</translation>
    </message>
    <message>
        <source>最近的备份还是 {at} 的，太旧了。请查看夜间备份为什么没有运行，并先手工备份一次。</source>
        <translation>The last backup is of {at}: too old. Find out why the nightly one does not run, and make one by hand now.</translation>
    </message>
    <message>
        <source>{at} 的备份没有成功，原因见下一行。请排除后运行 server backup。</source>
        <translation>The backup of {at} failed for the reason below. Remove it, then run server backup.</translation>
    </message>
    <message>
        <source>磁盘空间够用。</source>
        <translation>There is disk space enough.</translation>
    </message>
    <message>
        <source>{path} 所在的磁盘只剩 {free} MB，至少要 {needed} MB。请清出空间。</source>
        <translation>The disk of {path} has only {free} MB left and needs {needed} MB. Make room.</translation>
    </message>
    <message>
        <source>找不到正在运行的 PostgreSQL（{place}），没有改动。请启动它，或用 --socket、--port 指明。</source>
        <translation>No running PostgreSQL was found ({place}); nothing was changed. Start it, or tell where by --socket and --port.</translation>
    </message>
    <message>
        <source>不能以超级用户连上本机的 PostgreSQL，没有改动。请由 root 或 postgres 运行（{detail}）。</source>
        <translation>The PostgreSQL of this machine does not take us as superuser; nothing was changed. Run this as root or postgres ({detail}).</translation>
    </message>
    <message>
        <source>{program} 没有成功：{detail}。已有的数据和备份都没有动，请排除后再试。</source>
        <translation>{program} failed: {detail}. Data and backups are untouched; remove the cause and try again.</translation>
    </message>
    <message>
        <source>文件夹 {path} 不能使用（{detail}）。请用 root 或 postgres 用户运行。</source>
        <translation>Folder {path} cannot be used ({detail}). Run this as root or postgres.</translation>
    </message>
    <message>
        <source>“{host}”不像服务器的名称或地址，没有改动。请写成 server.office 或 10.1.2.3。</source>
        <translation>“{host}” is no name or address of a server; nothing was changed. Write server.office or 10.1.2.3.</translation>
    </message>
    <message>
        <source>“{network}”不是网段，没有改动。请写成 10.1.0.0/16 的样子。</source>
        <translation>“{network}” is no network; nothing was changed. Write it like 10.1.0.0/16.</translation>
    </message>
    <message>
        <source>“{name}”不能作库名，没有改动。请用小写字母、数字和下划线。</source>
        <translation>“{name}” cannot be a database name; nothing was changed. Use small letters, digits and underscores.</translation>
    </message>
    <message>
        <source>{path} 里没有设置过服务器的记录。请先运行 server init，或用 --folder 指明。</source>
        <translation>No server was set up from {path}. Run server init first, or tell the folder by --folder.</translation>
    </message>
    <message>
        <source>PostgreSQL {version} 太旧，需要 {oldest} 或更新。请先升级 PostgreSQL。</source>
        <translation>PostgreSQL {version} is too old: {oldest} or newer is needed. Upgrade PostgreSQL first.</translation>
    </message>
    <message>
        <source>这个 PostgreSQL {version} 不会加密连接，没有改动。请改用发行版自带的 PostgreSQL。</source>
        <translation>This PostgreSQL {version} was built without TLS; nothing was changed. Use that of the distribution.</translation>
    </message>
    <message>
        <source>PostgreSQL 读不懂 {path}（{detail}），文件已恢复原样。请先改正它。</source>
        <translation>PostgreSQL cannot read {path} ({detail}); the file is as it was. Correct it first.</translation>
    </message>
    <message>
        <source>数据库 {name} 里有数据，没有恢复，数据没有动。确实要换请加 --replace，原来的会改名留存。</source>
        <translation>Database {name} holds data; nothing was restored or changed. To replace it add --replace: the present one stays under another name.</translation>
    </message>
    <message>
        <source>另一个备份正在进行，没有再做一份。请等它完成：{path}。</source>
        <translation>Another backup is running, so none was made. Wait for it: {path}.</translation>
    </message>
    <message>
        <source>备份 {path} 恢复出来与原来的不同（{detail}），不算备份。原有数据和旧备份都没有动。</source>
        <translation>Backup {path} restores to something else ({detail}) and does not count. Data and older backups are untouched.</translation>
    </message>
    <message>
        <source>备份 {path} 缺少同名的 .json 文件，无法核对，没有恢复，数据没有动。</source>
        <translation>Backup {path} lacks its .json file and cannot be compared; nothing was restored or changed.</translation>
    </message>
    <message>
        <source>备份 {path} 已损坏（校验值不符），没有恢复，数据没有动。请换一份备份。</source>
        <translation>Backup {path} is damaged (its checksum differs); nothing was restored or changed. Take another backup.</translation>
    </message>
    <message>
        <source>已用 {at} 的备份恢复 {name}：{rows} 行，逐表核对一致，补建角色 {roles} 个。</source>
        <translation>{name} was restored from the backup of {at}: {rows} rows, every table compared; {roles} roles were made.</translation>
    </message>
    <message>
        <source>原来的数据库改名为 {name}，还在。</source>
        <translation>The former database is kept as {name}.</translation>
    </message>
    <message>
        <source>已备份并验证：{path}，{rows} 行；按规则删去旧备份 {gone} 份。</source>
        <translation>Backed up and proven: {path}, {rows} rows; {gone} old backups were let go.</translation>
    </message>
    <message>
        <source>一切正常。</source>
        <translation>Everything is in order.</translation>
    </message>
    <message>
        <source>有 {count} 处问题，请按上面的说明处理。</source>
        <translation>{count} things are wrong; see above what to do.</translation>
    </message>
    <message>
        <source>完成。接着建立街道：command-room --database {address} init --street 街道名 。</source>
        <translation>Done. Now found the street: command-room --database {address} init --street NAME</translation>
    </message>
    <message>
        <source>本机时间和服务器相差太多，没有保存。请校准本机时间，重新打开程序后再试。</source>
        <translation>This computer’s clock differs too much from the server’s; nothing was saved. Set the clock, open the program again and retry.</translation>
    </message>
    <message>
        <source>密码连错五次的账号会锁住半小时，由服务器自己数。</source>
        <translation>Five wrong passwords lock an account for half an hour; the server counts them.</translation>
    </message>
    <message>
        <source>服务器没有在数错误密码，猜密码的人不会被锁住。请再运行 server init。</source>
        <translation>The server does not count wrong passwords: guessing locks nobody out. Run server init again.</translation>
    </message>
    <message>
        <source>文号{number}刚被别人用掉，现在轮到{right}，没有存档。请再存一次。</source>
        <translation>Somebody just took the number {number}; {right} is next. Nothing was filed. File it once more.</translation>
    </message>
    <message>
        <source>每晚 2:15 备份到 {path}，逐份验证，保留 14 天、8 周、12 个月；每分钟数一次错误密码。</source>
        <translation>A backup every night at 2:15 into {path}, each one proven; 14 days, 8 weeks and 12 months are kept. Wrong passwords are counted every minute.</translation>
    </message>
    <message>
        <source>没有安排夜间备份，也没有安排每分钟数一次错误密码：需要 root 和 systemd。可把这两行写进服务器用户的 crontab：
{lines}
写好后可用 server check 核对。</source>
        <translation>No nightly backup was arranged, nor the counting of wrong passwords every minute: that takes root and systemd. Put these two lines into the crontab of the server&apos;s user:
{lines}
Then look over it with server check.</translation>
    </message>
    <message>
        <source>没有安排夜间备份和数错误密码：服务器用户读不到 {path} 里的程序。请把程序装到它能读的地方再运行。</source>
        <translation>Neither nightly backup nor counting of wrong passwords was arranged: the server&apos;s user cannot read the program in {path}. Install it where that user can, then run this again.</translation>
    </message>
    <message>
        <source>夜间备份和数错误密码的定时器都在运行。</source>
        <translation>The timers of the nightly backup and of counting wrong passwords are running.</translation>
    </message>
    <message>
        <source>夜间备份或数错误密码的定时器没有运行。请用 root 再运行 server init。</source>
        <translation>The timer of the nightly backup or that of counting wrong passwords is not running. Run server init again as root.</translation>
    </message>
    <message>
        <source>本机没有 systemd，看不到夜间备份和数错误密码由谁启动。请确认 crontab 里有那两行。</source>
        <translation>This machine has no systemd, so what starts the nightly backup and the counting of wrong passwords cannot be seen. Make sure both lines are in the crontab.</translation>
    </message>
    <message>
        <source>错误密码数到现在，锁住的账号有 {count} 个。</source>
        <translation>Wrong passwords are counted up to now. Locked accounts: {count}.</translation>
    </message>
    <message>
        <source>您打开后别人改了同一处，您填写的内容还在，没有保存。再按一次保存，就按您填写的改。</source>
        <translation>Someone changed the same thing after you opened it. What you typed is kept and not saved. Save again to keep yours.</translation>
    </message>
    <message>
        <source>{path}由另一版程序建立，数据表与这一版不同，没有打开，文件没有动。请用建立它的那一版打开；要换到这一版，请把文件复制一份，连同详情交给管理员。</source>
        <translation>{path} was made by another version whose tables differ. It was not opened and not changed. Open it with the version that made it; to move to this version, give a copy of the file and the details to your administrator.</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>修改人</source>
        <translation>Changed by</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>改动</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>生效</source>
        <translation>Holds</translation>
    </message>
    <message>
        <source>改动记录</source>
        <translation>Changes</translation>
    </message>
    <message>
        <source>撤回 {before}，仍为 {after}</source>
        <translation>{before} taken back, stays {after}</translation>
    </message>
    <message>
        <source>立即</source>
        <translation>At once</translation>
    </message>
    <message>
        <source>{day}起</source>
        <translation>from {day}</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>Not given</translation>
    </message>
    <message>
        <source>内置用语</source>
        <translation>Built-in text</translation>
    </message>
    <message>
        <source>不启用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>{n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>按今天的事件试算：建议的督办不变。</source>
        <translation>Tried on today&apos;s cases: the suggestions stay the same.</translation>
    </message>
    <message>
        <source>{measure} {before} → {after} 件</source>
        <translation>{measure} {before} → {after}</translation>
    </message>
    <message>
        <source>按今天的事件试算：{parts}。</source>
        <translation>Tried on today&apos;s cases: {parts}.</translation>
    </message>
    <message>
        <source>{least} 至 {most}</source>
        <translation>{least} to {most}</translation>
    </message>
    <message>
        <source>{n} 个工作小时</source>
        <translation>{n} working hours</translation>
    </message>
    <message>
        <source>{n} 分钟（工作时间）</source>
        <translation>{n} minutes (working time)</translation>
    </message>
    <message>
        <source>{n} 小时</source>
        <translation>{n} hours</translation>
    </message>
    <message>
        <source>{n} 分钟</source>
        <translation>{n} minutes</translation>
    </message>
    <message>
        <source>一般事件 受理交办</source>
        <translation>Normal: accept and assign</translation>
    </message>
    <message>
        <source>紧急事件 受理交办</source>
        <translation>Urgent: accept and assign</translation>
    </message>
    <message>
        <source>重大事件 受理交办</source>
        <translation>Major: accept and assign</translation>
    </message>
    <message>
        <source>一般事件 签收</source>
        <translation>Normal: sign</translation>
    </message>
    <message>
        <source>紧急事件 签收</source>
        <translation>Urgent: sign</translation>
    </message>
    <message>
        <source>重大事件 签收</source>
        <translation>Major: sign</translation>
    </message>
    <message>
        <source>一般事件 首次反馈</source>
        <translation>Normal: first feedback</translation>
    </message>
    <message>
        <source>紧急事件 首次反馈</source>
        <translation>Urgent: first feedback</translation>
    </message>
    <message>
        <source>重大事件 首次反馈</source>
        <translation>Major: first feedback</translation>
    </message>
    <message>
        <source>一般事件 核查</source>
        <translation>Normal: verify</translation>
    </message>
    <message>
        <source>紧急事件 核查</source>
        <translation>Urgent: verify</translation>
    </message>
    <message>
        <source>重大事件 核查</source>
        <translation>Major: verify</translation>
    </message>
    <message>
        <source>一般事件 退回审核</source>
        <translation>Normal: answer a return</translation>
    </message>
    <message>
        <source>紧急事件 退回审核</source>
        <translation>Urgent: answer a return</translation>
    </message>
    <message>
        <source>重大事件 退回审核</source>
        <translation>Major: answer a return</translation>
    </message>
    <message>
        <source>重大事件 书面报区</source>
        <translation>Major: written report to district</translation>
    </message>
    <message>
        <source>重大事件 续报间隔</source>
        <translation>Major: rhythm of follow-ups</translation>
    </message>
    <message>
        <source>紧急重大事件 临期提醒</source>
        <translation>Urgent, major: nearly due</translation>
    </message>
    <message>
        <source>延期合计最多</source>
        <translation>Extensions in all, at most</translation>
    </message>
    <message>
        <source>临期提醒 剩余天数</source>
        <translation>Nearly due: days left</translation>
    </message>
    <message>
        <source>紧急事件 处置最长</source>
        <translation>Urgent: longest handling</translation>
    </message>
    <message>
        <source>重大事件 处置最长</source>
        <translation>Major: longest handling</translation>
    </message>
    <message>
        <source>临期提醒 剩余比例</source>
        <translation>Nearly due: share left</translation>
    </message>
    <message>
        <source>自办件抽查核实</source>
        <translation>Spot checks of self-handling</translation>
    </message>
    <message>
        <source>“基本满意”计入满意</source>
        <translation>&quot;Fair&quot; counts as satisfied</translation>
    </message>
    <message>
        <source>普通督办 一般事件超期</source>
        <translation>Ordinary: normal case overdue</translation>
    </message>
    <message>
        <source>黄牌督办 一般事件超期</source>
        <translation>Yellow: normal case overdue</translation>
    </message>
    <message>
        <source>红牌督办 一般事件超期</source>
        <translation>Red: normal case overdue</translation>
    </message>
    <message>
        <source>普通督办 签收超期</source>
        <translation>Ordinary: signature overdue</translation>
    </message>
    <message>
        <source>黄牌督办 久无反馈</source>
        <translation>Yellow: no feedback</translation>
    </message>
    <message>
        <source>红牌督办 久无反馈</source>
        <translation>Red: no feedback</translation>
    </message>
    <message>
        <source>督办通知单 办结时限</source>
        <translation>Notice: time to finish</translation>
    </message>
    <message>
        <source>普通督办 紧急重大事件超期</source>
        <translation>Ordinary: urgent case overdue</translation>
    </message>
    <message>
        <source>黄牌督办 紧急重大事件超期</source>
        <translation>Yellow: urgent case overdue</translation>
    </message>
    <message>
        <source>红牌督办 紧急重大事件超期</source>
        <translation>Red: urgent case overdue</translation>
    </message>
    <message>
        <source>红牌督办 返工次数</source>
        <translation>Red: times reworked</translation>
    </message>
    <message>
        <source>普通督办 议定事项落空</source>
        <translation>Ordinary: agreed item missed</translation>
    </message>
    <message>
        <source>普通督办 计分</source>
        <translation>Ordinary: points</translation>
    </message>
    <message>
        <source>黄牌督办 计分</source>
        <translation>Yellow: points</translation>
    </message>
    <message>
        <source>红牌督办 计分</source>
        <translation>Red: points</translation>
    </message>
    <message>
        <source>文书上的联系电话</source>
        <translation>Telephone on papers</translation>
    </message>
    <message>
        <source>开头 事件</source>
        <translation>Opening: case</translation>
    </message>
    <message>
        <source>开头 议定事项</source>
        <translation>Opening: agreed item</translation>
    </message>
    <message>
        <source>存在问题 临近到期</source>
        <translation>Problem: nearly due</translation>
    </message>
    <message>
        <source>存在问题 今日到期</source>
        <translation>Problem: due today</translation>
    </message>
    <message>
        <source>存在问题 已超期</source>
        <translation>Problem: overdue</translation>
    </message>
    <message>
        <source>存在问题 逾期未签收</source>
        <translation>Problem: not signed</translation>
    </message>
    <message>
        <source>存在问题 督办到期</source>
        <translation>Problem: notice past limit</translation>
    </message>
    <message>
        <source>存在问题 多次返工</source>
        <translation>Problem: reworked</translation>
    </message>
    <message>
        <source>存在问题 久无进展</source>
        <translation>Problem: no progress</translation>
    </message>
    <message>
        <source>存在问题 议定事项逾期</source>
        <translation>Problem: agreed item missed</translation>
    </message>
    <message>
        <source>存在问题 没有理由</source>
        <translation>Problem: no reason</translation>
    </message>
    <message>
        <source>督办依据</source>
        <translation>Grounds</translation>
    </message>
    <message>
        <source>办理要求 普通督办</source>
        <translation>Demands: ordinary</translation>
    </message>
    <message>
        <source>办理要求 黄牌督办</source>
        <translation>Demands: yellow card</translation>
    </message>
    <message>
        <source>办理要求 红牌督办</source>
        <translation>Demands: red card</translation>
    </message>
    <message>
        <source>逾期后果 普通督办</source>
        <translation>Consequence: ordinary</translation>
    </message>
    <message>
        <source>逾期后果 黄牌督办</source>
        <translation>Consequence: yellow card</translation>
    </message>
    <message>
        <source>逾期后果 红牌督办</source>
        <translation>Consequence: red card</translation>
    </message>
    <message>
        <source>从登记到受理交办；超过计入受理、交办及时率</source>
        <translation>From registration to assignment; counts in the rates of acceptance and assignment in time</translation>
    </message>
    <message>
        <source>从登记到受理交办，昼夜连续计算；超过计入受理、交办及时率</source>
        <translation>From registration to assignment, day and night; counts in the rates of acceptance and assignment in time</translation>
    </message>
    <message>
        <source>从登记到受理交办，昼夜连续计算，并应电话交办</source>
        <translation>From registration to assignment, day and night; also assigned by telephone</translation>
    </message>
    <message>
        <source>从交办次日起算；超过计入签收及时率，也是能否退回的界限</source>
        <translation>From the day after assignment; counts in the rate of signatures in time and ends the right to return</translation>
    </message>
    <message>
        <source>从交办起算；超过计入签收及时率，也是能否退回的界限</source>
        <translation>From assignment; counts in the rate of signatures in time and ends the right to return</translation>
    </message>
    <message>
        <source>从交办次日起算到第一次反馈进展</source>
        <translation>From the day after assignment to the first word on progress</translation>
    </message>
    <message>
        <source>从交办起算到第一次反馈进展</source>
        <translation>From assignment to the first word on progress</translation>
    </message>
    <message>
        <source>从交办起算到第一次电话反馈，此后按续报间隔</source>
        <translation>From assignment to the first word by telephone, then by the rhythm of follow-ups</translation>
    </message>
    <message>
        <source>从报结次日起算到指挥室核查</source>
        <translation>From the day after the report to the verification by the room</translation>
    </message>
    <message>
        <source>从报结起算到指挥室核查</source>
        <translation>From the report to the verification by the room</translation>
    </message>
    <message>
        <source>站所退回后指挥室答复的时间；整体办理时限不因此顺延</source>
        <translation>For the room to answer a return; the handling deadline runs on</translation>
    </message>
    <message>
        <source>交办后书面报区综合指挥中心的时间</source>
        <translation>From assignment to the written report to the district&apos;s command centre</translation>
    </message>
    <message>
        <source>首报以后每隔多久续报一次，影响待办中的续报提醒</source>
        <translation>How often to report after the first report; sets the reminders on the desk</translation>
    </message>
    <message>
        <source>剩余时间少于它亮黄灯、列入临期清单</source>
        <translation>With less time left the light is yellow and the case is nearly due</translation>
    </message>
    <message>
        <source>一件事件几次延期加起来的上限</source>
        <translation>The most that all extensions of a case may add up to</translation>
    </message>
    <message>
        <source>一般事件剩余工作日不多于它亮黄灯、列入临期清单</source>
        <translation>With so few working days left a normal case is yellow and nearly due</translation>
    </message>
    <message>
        <source>交办时建议的处置时限不超过它</source>
        <translation>The handling limit proposed at assignment does not exceed it</translation>
    </message>
    <message>
        <source>一般事件剩余时间占总时限的比例不高于它亮黄灯</source>
        <translation>With no more than this share of its limit left a normal case is yellow</translation>
    </message>
    <message>
        <source>网格自办件中转给指挥室核查的比例；其余直接办结</source>
        <translation>Share of cases settled by grids that go to verification; the others close at once</translation>
    </message>
    <message>
        <source>影响满意率、站所排名和周报</source>
        <translation>Touches the satisfaction rate, the ranking of stations and the weekly report</translation>
    </message>
    <message>
        <source>超期达到它，建议普通督办并发督办通知单</source>
        <translation>So far overdue, ordinary supervision with a notice is suggested</translation>
    </message>
    <message>
        <source>超期达到它，建议黄牌；必须大于普通督办的天数</source>
        <translation>So far overdue, a yellow card is suggested; must exceed the ordinary days</translation>
    </message>
    <message>
        <source>超期达到它，建议红牌；必须大于黄牌督办的天数</source>
        <translation>So far overdue, a red card is suggested; must exceed the yellow days</translation>
    </message>
    <message>
        <source>交办后超过签收时限达到它，建议普通督办</source>
        <translation>So far past the signing limit, ordinary supervision is suggested</translation>
    </message>
    <message>
        <source>交办后多少个工作日没有任何反馈，建议黄牌；可以不启用</source>
        <translation>Working days since assignment without a word until a yellow card is suggested; may be off</translation>
    </message>
    <message>
        <source>交办后多少个工作日没有任何反馈，建议红牌；可以不启用</source>
        <translation>Working days since assignment without a word until a red card is suggested; may be off</translation>
    </message>
    <message>
        <source>通知单从签发次日起算的办结时限；到期未销号建议升级</source>
        <translation>Time a notice gives, from the day after issue; past it a harder measure is suggested</translation>
    </message>
    <message>
        <source>超期或签收超期达到它，建议普通督办</source>
        <translation>So far overdue or unsigned, ordinary supervision is suggested</translation>
    </message>
    <message>
        <source>超期达到它，建议黄牌；必须大于普通督办的时间</source>
        <translation>So far overdue, a yellow card is suggested; must exceed the ordinary time</translation>
    </message>
    <message>
        <source>超期达到它，建议红牌；必须大于黄牌督办的时间</source>
        <translation>So far overdue, a red card is suggested; must exceed the yellow time</translation>
    </message>
    <message>
        <source>核查不通过返工达到它，建议红牌</source>
        <translation>After so many reworks a red card is suggested</translation>
    </message>
    <message>
        <source>议定事项连续几次例会未落实，建议普通督办</source>
        <translation>After so many meetings in a row without progress, ordinary supervision is suggested</translation>
    </message>
    <message>
        <source>签发时给被督办单位记的分，只能是零或负数</source>
        <translation>Points given to the unit at issue; zero or below</translation>
    </message>
    <message>
        <source>签发时给被督办单位记的分，影响站所排名</source>
        <translation>Points given to the unit at issue; touches the ranking of stations</translation>
    </message>
    <message>
        <source>新拟督办通知单的联系电话；不填用指挥室的电话</source>
        <translation>Contact on new notices; empty uses the room&apos;s telephone</translation>
    </message>
    <message>
        <source>基本情况的第一句，后面接事件内容</source>
        <translation>First sentence of the background; the case&apos;s own words follow</translation>
    </message>
    <message>
        <source>依据例会议定事项督办时的第一句</source>
        <translation>First sentence when supervising by an agreed item</translation>
    </message>
    <message>
        <source>按这个理由督办时写的话</source>
        <translation>Written when supervised for this reason</translation>
    </message>
    <message>
        <source>按这个理由督办时写的话；没有其他理由而已超期时也用它</source>
        <translation>Written for this reason, and when overdue without another reason</translation>
    </message>
    <message>
        <source>按这个理由督办时写的话；有过返工时也用它</source>
        <translation>Written for this reason, and when there was rework</translation>
    </message>
    <message>
        <source>说不出具体理由时写的话</source>
        <translation>Written when no reason can be told</translation>
    </message>
    <message>
        <source>批示和议定事项有才写，写在［］里</source>
        <translation>Instruction and agreed item are written only if there; put them in wide square brackets</translation>
    </message>
    <message>
        <source>每行一条，自动编号</source>
        <translation>One demand a line, numbered by itself</translation>
    </message>
    <message>
        <source>只说规则里真有的后果</source>
        <translation>Name only consequences that the rules know</translation>
    </message>
    <message>
        <source>上下班时间</source>
        <translation>Working hours</translation>
    </message>
    <message>
        <source>工作时间怎么算，按工作日计的时限当天几点到期</source>
        <translation>How working time is counted, and at what hour a limit in working days ends</translation>
    </message>
    <message>
        <source>催办通知书 开头</source>
        <translation>Reminder: opening</translation>
    </message>
    <message>
        <source>催办通知书 要求</source>
        <translation>Reminder: request</translation>
    </message>
    <message>
        <source>督办函 已发督办单</source>
        <translation>Letter: notice sent</translation>
    </message>
    <message>
        <source>督办函 时限内的商请</source>
        <translation>Letter: request in time</translation>
    </message>
    <message>
        <source>督办函 逾期后的商请</source>
        <translation>Letter: request when late</translation>
    </message>
    <message>
        <source>请示 开头</source>
        <translation>Request: opening</translation>
    </message>
    <message>
        <source>请示 督办情况</source>
        <translation>Request: supervision so far</translation>
    </message>
    <message>
        <source>请示 请示事项</source>
        <translation>Request: what is asked</translation>
    </message>
    <message>
        <source>挂牌督办通知书 开头</source>
        <translation>Listing order: opening</translation>
    </message>
    <message>
        <source>挂牌督办通知书 时限要求</source>
        <translation>Listing order: limits</translation>
    </message>
    <message>
        <source>挂牌督办通知书 摘牌</source>
        <translation>Listing order: delisting</translation>
    </message>
    <message>
        <source>督办通报 开头</source>
        <translation>Bulletin: opening</translation>
    </message>
    <message>
        <source>督办通报 总体情况</source>
        <translation>Bulletin: overview</translation>
    </message>
    <message>
        <source>督办通报 下一步要求</source>
        <translation>Bulletin: next steps</translation>
    </message>
    <message>
        <source>说明催的是哪张督办单、逾期几日</source>
        <translation>Tells which notice is meant and how many days it is late</translation>
    </message>
    <message>
        <source>每行一段</source>
        <translation>One paragraph a line</translation>
    </message>
    <message>
        <source>还没有签发日期时不写，写在［］里</source>
        <translation>Left out while there is no date of issue; keep it in the square brackets</translation>
    </message>
    <message>
        <source>办结时限没有过时用它</source>
        <translation>Used before the limit has passed</translation>
    </message>
    <message>
        <source>办结时限已过时用它</source>
        <translation>Used after the limit has passed</translation>
    </message>
    <message>
        <source>提请挂牌督办的请示第一段</source>
        <translation>First paragraph of the request for listing</translation>
    </message>
    <message>
        <source>接在办理情况后面</source>
        <translation>Follows what was done so far</translation>
    </message>
    <message>
        <source>每行一段，最后一行是结束语</source>
        <translation>One paragraph a line; the last one closes the paper</translation>
    </message>
    <message>
        <source>挂牌督办通知书第一段</source>
        <translation>First paragraph of the listing order</translation>
    </message>
    <message>
        <source>每行一段；没有阶段报告日时第二段不写</source>
        <translation>One paragraph a line; without report days the second is left out</translation>
    </message>
    <message>
        <source>督办通报第一段</source>
        <translation>First paragraph of the bulletin</translation>
    </message>
    <message>
        <source>接在督办件数后面，只说数</source>
        <translation>Follows the count of notices; figures only</translation>
    </message>
</context>
<context>
    <name>stage</name>
    <message>
        <source>观看距离 {n} 米</source>
        <translation>seen from {n} m</translation>
    </message>
    <message>
        <source>{n} 英寸</source>
        <translation>{n}″</translation>
    </message>
    <message>
        <source>清晰</source>
        <translation>clear</translation>
    </message>
    <message>
        <source>看不清</source>
        <translation>too small to read</translation>
    </message>
    <message>
        <source>屏幕没有报告真实尺寸，无法核算字号。请填写对角线（英寸）。</source>
        <translation>The screen does not tell its size, so letters cannot be checked. Enter its diagonal in inches.</translation>
    </message>
    <message>
        <source>最小字只有 {minutes}′，不足 {least}′：这块屏幕最远看 {far} 米，请坐近些或换大屏。</source>
        <translation>Smallest letters only {minutes}′, less than {least}′: readable from {far} m at most. Sit closer or use a larger screen.</translation>
    </message>
    <message>
        <source>最小字 {minutes}′，看得舒服。</source>
        <translation>Smallest letters {minutes}′, easy to read.</translation>
    </message>
    <message>
        <source>最小字 {minutes}′，看得清。</source>
        <translation>Smallest letters {minutes}′, readable.</translation>
    </message>
    <message>
        <source>{name}（{width} × {height}）</source>
        <translation>{name} ({width} × {height})</translation>
    </message>
</context>
<context>
    <name>wall</name>
    <message>
        <source>录入</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{month} 月 {day} 日 {time}</source>
        <translation>{month}-{day} {time}</translation>
    </message>
    <message>
        <source>超 {n} 工作日</source>
        <translation>{n} workdays</translation>
    </message>
    <message>
        <source>已超期</source>
        <translation>Overdue</translation>
    </message>
    <message>
        <source>超 {n} 天</source>
        <translation>{n} days</translation>
    </message>
    <message>
        <source>超 {n} 小时</source>
        <translation>{n} hours</translation>
    </message>
    <message>
        <source>超 {n} 分</source>
        <translation>{n} min</translation>
    </message>
    <message>
        <source>今日录入</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>今日办结</source>
        <translation>Closed today</translation>
    </message>
    <message>
        <source>本月办结率</source>
        <translation>Closing rate</translation>
    </message>
    <message>
        <source>本月流转率</source>
        <translation>Transfer rate</translation>
    </message>
    <message>
        <source>与昨日此时持平</source>
        <translation>As yesterday by now</translation>
    </message>
    <message>
        <source>比昨日此时多 {n} 件</source>
        <translation>{n} more than yesterday</translation>
    </message>
    <message>
        <source>比昨日此时少 {n} 件</source>
        <translation>{n} fewer than yesterday</translation>
    </message>
    <message>
        <source>较昨日此时 {n}</source>
        <translation>{n} on day</translation>
    </message>
    <message>
        <source>件</source>
        <translation>cases</translation>
    </message>
    <message>
        <source>本月还没有事件</source>
        <translation>No cases this month</translation>
    </message>
    <message>
        <source>上月同期没有事件</source>
        <translation>No cases last month</translation>
    </message>
    <message>
        <source>与上月同期持平</source>
        <translation>As last month by now</translation>
    </message>
    <message>
        <source>比上月同期高 {n} 个点</source>
        <translation>{n} pt above last month</translation>
    </message>
    <message>
        <source>比上月同期低 {n} 个点</source>
        <translation>{n} pt below last month</translation>
    </message>
    <message>
        <source>较上月同期 {n}</source>
        <translation>{n} on month</translation>
    </message>
</context>
<context>
    <name>weekdays</name>
    <message>
        <source>一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>日</source>
        <translation>Sun</translation>
    </message>
</context>
</TS>
