"""A network of the tests' own between a client and the cluster: it cuts, delays and swallows.

A real one loses more than this one can: it always acknowledges bytes. What TCP itself notices
needs a network that drops packets; what only a deadline notices is seen here.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any
from urllib.parse import quote

CHUNK = 65536
TICK_S = 1e-5
"""Between two pieces on their way, so that none overtakes another."""


class Proxy:
    """Listens on a port of this machine and passes on to the cluster's socket."""

    def __init__(self, folder: Path, port: str = "5432") -> None:
        self._target = folder / f".s.PGSQL.{port}"
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy")
        self._server: asyncio.Server | None = None
        self._pairs: set[_Pair] = set()
        self.port = 0
        self.delay = 0.0
        """Seconds that each piece takes, in either direction."""
        self.held = False
        """Whether everything is taken and nothing is passed on."""
        self.swallow_after = 0
        """The reply to the so many'th piece that the client sends from now on is swallowed."""
        self.swallowed = 0
        self.begun = 0
        """Connections that were taken."""
        self.missed = 0
        """Those of them for which no server was there."""

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()
        self._call(self._listen())

    def stop(self) -> None:
        """End every connection and the thread."""
        self._call(self._end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def url(self, database: str, user: str = "postgres") -> str:
        """Return the address of a database by way of the proxy."""
        return f"postgresql://{quote(user)}@127.0.0.1:{self.port}/{database}"

    def cut(self) -> None:
        """Break every connection and refuse new ones."""
        self._call(self._cut(refuse=True))

    def cut_once(self) -> None:
        """Break every connection; new ones are taken."""
        self._call(self._cut(refuse=False))

    def mend(self) -> None:
        """Take connections again on the same port, and pass on what comes."""
        self.held = False
        self._call(self._listen())

    def _call(self, work: Any) -> None:
        done: Future[None] = asyncio.run_coroutine_threadsafe(work, self._loop)
        done.result(10)

    async def _listen(self) -> None:
        if self._server is None:
            self._server = await asyncio.start_server(self._take, "127.0.0.1", self.port)
            self.port = self._server.sockets[0].getsockname()[1]

    async def _cut(self, *, refuse: bool) -> None:
        if refuse and self._server is not None:
            server, self._server = self._server, None
            for listening in server.sockets:
                self._loop.remove_reader(listening.fileno())
            for _ in range(3):
                # What was accepted in this turn begins first: a closed server drops it unclosed.
                await asyncio.sleep(0)
            server.close()
        broken = set(self._pairs)
        for pair in broken:
            pair.abort()
        while broken & self._pairs:
            await asyncio.sleep(0.005)

    async def _end(self) -> None:
        await self._cut(refuse=True)
        # Who was taken in the last moment is let go as well.
        while tasks := asyncio.all_tasks() - {asyncio.current_task()}:
            for pair in self._pairs:
                pair.abort()
            await asyncio.wait(tasks, timeout=0.05)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.begun += 1
        pair = _Pair(self, writer)
        self._pairs.add(pair)
        try:
            await pair.run(reader, self._target)
        except OSError:
            # The server is not there: the client sees its connection break.
            self.missed += 1
        finally:
            pair.abort()
            self._pairs.discard(pair)


class _Pair:
    """One client and its connection to the server."""

    def __init__(self, proxy: Proxy, client: asyncio.StreamWriter) -> None:
        self._proxy = proxy
        self._writers = [client]
        self._swallows = False
        self._ended = False

    async def run(self, reader: asyncio.StreamReader, target: Path) -> None:
        from_server, server = await asyncio.open_unix_connection(str(target))
        client = self._writers[0]
        self._writers.append(server)
        tasks = [
            asyncio.ensure_future(self._pump(reader, server, self._asked)),
            asyncio.ensure_future(self._pump(from_server, client, self._answered)),
        ]
        _, left = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in left:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def abort(self) -> None:
        self._ended = True
        for writer in self._writers:
            writer.transport.abort()

    async def _pump(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        passes: Callable[[], bool],
    ) -> None:
        loop, due = asyncio.get_running_loop(), 0.0
        while data := await reader.read(CHUNK):
            while self._proxy.held and not self._ended:
                await asyncio.sleep(0.01)
            if not passes():
                return
            # A long wire: what follows sets out while this is still under way, and arrives later.
            due = max(loop.time() + self._proxy.delay, due + TICK_S)
            if self._proxy.delay or due > loop.time() + TICK_S:
                loop.call_at(due, writer.write, data)
                continue
            writer.write(data)
            await writer.drain()
        await asyncio.sleep(max(0.0, due + TICK_S - loop.time()))

    def _asked(self) -> bool:
        if self._proxy.swallow_after:
            self._proxy.swallow_after -= 1
            self._swallows = self._proxy.swallow_after == 0
        return True

    def _answered(self) -> bool:
        if self._swallows:
            # The server has done what it was asked; nobody will hear of it.
            self._proxy.swallowed += 1
        return not self._swallows
