"""Connections on which many statements travel together: one round trip for a whole read or write.

The wallet engine's groups send a dozen statements each. On a usual driver every one of them waits
for the answer to the one before; on two cores that share a database, the waiting and waking costs
more than the statements. Here ``fetch`` and ``execute`` only queue; whatever was queued by the end of
the loop's turn is sent at once (libpq's pipeline mode), and each answer wakes its own waiter.

The statements of a batch run one after the other, each with a snapshot of its own: one that follows
a lock sees what the lock's former holder committed. If one fails, those behind it do not run, and
the transaction is lost as a whole.

Types come from the statements themselves: each is prepared once a connection, and the server says
what its parameters and columns are. Values travel in binary form.
"""

import asyncio
import struct
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from functools import lru_cache, partial
from typing import Any, NamedTuple, Protocol
from uuid import UUID

import psycopg
import structlog
from asyncpg.pgproto.pgproto import UUID as QUICK_UUID
from psycopg import pq

_log = structlog.get_logger(__name__)


class Statements(Protocol):
    """What carries statements: a pipelined connection, or the driver's connection of the slow way."""

    def fetch(self, query: str, /, *args: Any) -> Awaitable[list[Any]]:  # noqa: ANN401 - rows of any shape
        """The rows of a statement."""
        ...

    def fetchval(self, query: str, /, *args: Any) -> Awaitable[Any]:  # noqa: ANN401 - a value of any type
        """The first column of the first row, ``None`` without rows."""
        ...

    def execute(self, query: str, /, *args: Any) -> Awaitable[str]:  # noqa: ANN401 - arguments of any type
        """The command tag of a statement, such as ``UPDATE 3``."""
        ...


class Statement(NamedTuple):
    """Something to be carried out."""

    query: str
    args: Sequence[Any]


async def carry_out(conn: Statements, statements: Iterable[Statement]) -> None:
    """Carries statements out, one after the other."""
    for query, args in statements:
        await conn.execute(query, *args)


class ConnectionLost(OSError):  # noqa: N818 - says what happened
    """The connection is gone, or could not be made; what was under way may or may not have happened."""


class BatchAborted(Exception):  # noqa: N818 - says that another statement failed
    """A statement before this one failed, so this one did not run."""


Encode = Callable[[Any], bytes]
Decode = Callable[[bytes], Any]

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_INT2, _INT4, _INT8 = struct.Struct(">h"), struct.Struct(">i"), struct.Struct(">q")
_FLOAT8 = struct.Struct(">d")
_ARRAY = struct.Struct(">5i")
_EMPTY = struct.Struct(">3i")
_BOOLS = {True: b"\x01", False: b"\x00"}
_NULL = b"\xff\xff\xff\xff"
_LENGTHS = [_INT4.pack(length) for length in range(4096)]


def _length(size: int) -> bytes:
    return _LENGTHS[size] if size < len(_LENGTHS) else _INT4.pack(size)


def _encode_uuid(value: UUID) -> bytes:
    return value.bytes


def _encode_bool(value: bool) -> bytes:  # noqa: FBT001 - an encoder takes a value
    return _BOOLS[value]


def _encode_bytes(value: bytes) -> bytes:
    return value


def _encode_moment(value: datetime) -> bytes:
    return _INT8.pack((value - _EPOCH) // _MICROSECOND)


def _decode_moment(value: bytes) -> datetime:
    return _EPOCH + timedelta(microseconds=_INT8.unpack(value)[0])


def _decode_bool(value: bytes) -> bool:
    return value == b"\x01"


def _decode_text(value: bytes) -> str:
    return value.decode()


def _decode_bytes(value: bytes) -> bytes:
    return value


def _decode_jsonb(value: bytes) -> str:
    return value[1:].decode()


def _encode_jsonb(value: str) -> bytes:
    return b"\x01" + value.encode()


def _fixed(element: int, width: int, encode: Encode) -> Encode:
    """An encoder of arrays whose elements all have one width."""
    separator = _length(width)
    empty = _EMPTY.pack(0, 0, element)

    def encode_array(values: Sequence[Any]) -> bytes:
        if not values:
            return empty
        try:
            body = separator.join([encode(value) for value in values])
        except (AttributeError, KeyError, TypeError, struct.error):
            if None not in values:
                raise
            return _with_nulls(element, values, encode)
        return _ARRAY.pack(1, 0, element, len(values), 1) + separator + body

    return encode_array


def _varying(element: int, encode: Encode) -> Encode:
    """An encoder of arrays whose elements differ in width."""
    empty = _EMPTY.pack(0, 0, element)

    def encode_array(values: Sequence[Any]) -> bytes:
        if not values:
            return empty
        try:
            encoded = [encode(value) for value in values]
            parts = [part for value in encoded for part in (_LENGTHS[len(value)], value)]
        except (AttributeError, TypeError, IndexError):
            return _with_nulls(element, values, encode)
        return _ARRAY.pack(1, 0, element, len(values), 1) + b"".join(parts)

    return encode_array


def _with_nulls(element: int, values: Sequence[Any], encode: Encode) -> bytes:
    parts = [_ARRAY.pack(1, int(None in values), element, len(values), 1)]
    for value in values:
        if value is None:
            parts.append(_NULL)
        else:
            encoded = encode(value)
            parts += (_length(len(encoded)), encoded)
    return b"".join(parts)


def _array_of_numbers(letter: str, width: int, decode: Decode) -> Decode:
    """A decoder of arrays of numbers; without nulls all of them are read at once."""
    decode_any = _array_of(decode)
    stride = 4 + width

    def decode_array(raw: bytes) -> list[Any]:
        # Of an array with nulls some elements have no width; one without elements has no dimensions.
        count = _INT4.unpack_from(raw, 12)[0] if len(raw) >= _ARRAY.size else 0
        if not count or len(raw) != _ARRAY.size + count * stride:
            return list(decode_any(raw))
        values = _layout(letter, count).unpack_from(raw, _ARRAY.size)
        return list(values[1::2])

    return decode_array


@lru_cache(maxsize=256)
def _layout(letter: str, count: int) -> struct.Struct:
    return struct.Struct(">" + f"i{letter}" * count)


def _array_of(decode: Decode) -> Decode:
    """A decoder of one-dimensional arrays."""

    def decode_array(raw: bytes) -> list[Any]:
        if _INT4.unpack_from(raw)[0] == 0:
            return []
        count = _INT4.unpack_from(raw, 12)[0]
        values: list[Any] = []
        place = 20
        for _ in range(count):
            (length,) = _INT4.unpack_from(raw, place)
            place += 4
            if length < 0:
                values.append(None)
            else:
                values.append(decode(raw[place : place + length]))
                place += length
        return values

    return decode_array


def _unpack(layout: struct.Struct) -> Decode:
    unpack = layout.unpack
    return lambda raw: unpack(raw)[0]


# By the server's type number: (number of the array type, encoder, decoder, width if it is fixed).
_TYPES: dict[int, tuple[int, Encode, Decode, int | None]] = {
    16: (1000, _encode_bool, _decode_bool, 1),
    17: (1001, _encode_bytes, _decode_bytes, None),
    20: (1016, _INT8.pack, _unpack(_INT8), 8),
    21: (1005, _INT2.pack, _unpack(_INT2), 2),
    23: (1007, _INT4.pack, _unpack(_INT4), 4),
    25: (1009, str.encode, _decode_text, None),
    701: (1022, _FLOAT8.pack, _unpack(_FLOAT8), 8),
    1043: (1015, str.encode, _decode_text, None),
    1184: (1185, _encode_moment, _decode_moment, 8),
    2950: (2951, _encode_uuid, QUICK_UUID, 16),
    3802: (3807, _encode_jsonb, _decode_jsonb, None),
}
_ENCODE: dict[int, Encode] = {number: known[1] for number, known in _TYPES.items()}
_DECODE: dict[int, Decode] = {number: known[2] for number, known in _TYPES.items()}
for _number, (_array, _encode, _decode, _width) in _TYPES.items():
    _ENCODE[_array] = _varying(_number, _encode) if _width is None else _fixed(_number, _width, _encode)
    _DECODE[_array] = _array_of(_decode)
_DECODE[1016] = _array_of_numbers("q", 8, _DECODE[20])
_DECODE[1007] = _array_of_numbers("i", 4, _DECODE[23])


class Row(tuple[Any, ...]):
    """A row: a tuple whose values are also found by the names of their columns."""

    __slots__ = ()
    places: dict[str, int]

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 - as of a record of the driver
        """The value at a place or of a column."""
        return tuple.__getitem__(self, self.places[key] if type(key) is str else key)


class _Known:
    """A statement that this connection has prepared."""

    __slots__ = ("decoders", "encoders", "formats", "make", "name")

    def __init__(self, name: bytes) -> None:
        self.name = name
        self.encoders: tuple[Encode, ...] = ()
        self.formats: list[pq.Format] = []
        self.decoders: tuple[Decode, ...] = ()
        self.make: type[Row] = Row

    def describe(self, result: pq.abc.PGresult) -> None:
        self.encoders = tuple(_ENCODE[result.param_type(place)] for place in range(result.nparams))
        self.formats = [pq.Format.BINARY] * result.nparams
        self.decoders = tuple(_DECODE[result.ftype(column)] for column in range(result.nfields))
        names = [(result.fname(column) or b"").decode() for column in range(result.nfields)]
        places = {name: place for place, name in enumerate(names)}
        self.make = type("Row", (Row,), {"__slots__": (), "places": places})

    def encode(self, args: Sequence[Any]) -> list[bytes | None]:
        return [
            None if value is None else encode(value)
            for encode, value in zip(self.encoders, args, strict=True)
        ]

    def rows(self, result: pq.abc.PGresult) -> list[Row]:
        get, make = result.get_value, self.make
        columns = list(enumerate(self.decoders))
        return [
            make(
                [None if (raw := get(number, column)) is None else decode(raw) for column, decode in columns]
            )
            for number in range(result.ntuples)
        ]


class _Asked:
    """A statement on its way, and who waits for it."""

    __slots__ = ("answer", "args", "known", "query", "read", "result")

    def __init__(
        self,
        query: str,
        args: Sequence[Any],
        read: "Callable[[_Known, pq.abc.PGresult], Any]",
        answer: "asyncio.Future[Any]",
    ) -> None:
        self.query = query
        self.args = args
        self.read = read
        self.answer = answer
        self.known: _Known | None = None
        self.result: pq.abc.PGresult | None = None

    def fail(self, error: BaseException) -> None:
        if not self.answer.done():
            self.answer.set_exception(error)
            # Whoever waits hears it; whoever gave up because of an earlier failure need not.
            self.answer.exception()


async def _first_fault(asked: "Sequence[asyncio.Future[Any]]") -> BaseException:
    """Why a batch was aborted, if one of its statements tells."""
    await asyncio.wait(asked)
    faults = [fault for one in asked if (fault := one.exception()) is not None]
    return next((fault for fault in faults if not isinstance(fault, BatchAborted)), faults[0])


def _as_rows(known: _Known, result: pq.abc.PGresult) -> list[Row]:
    return known.rows(result)


def _as_value(known: _Known, result: pq.abc.PGresult) -> object:
    rows = known.rows(result)
    return rows[0][0] if rows else None


def _as_tag(_known: _Known, result: pq.abc.PGresult) -> str:
    return (result.command_status or b"").decode()


_SYNC = None
"""Stands in the line of what is awaited for the end of a batch."""


LOOK_S = 0.5
"""How often a connection that awaits answers looks at its socket without being told to.

libuv stops to watch a socket that was reset, as its documentation says, and uvloop calls a reader
once at most then; what the server had sent before may use that call up, and the end is never heard.
"""


class PipelineConnection:
    """One connection; the statements of one transaction at a time."""

    def __init__(self, connection: psycopg.AsyncConnection[Any]) -> None:
        """Takes over a fresh connection."""
        self._connection = connection
        self._wire = connection.pgconn
        self._wire.nonblocking = 1
        self._wire.enter_pipeline_mode()
        self._loop = asyncio.get_running_loop()
        self._known: dict[str, _Known] = {}
        self._queued: list[_Asked] = []
        self._awaited: deque[_Asked | None] = deque()
        self._put_so_far: list[str] = []
        self._is_due = False
        self._is_preparing = False
        self._is_writing = False
        self._lost: ConnectionLost | None = None
        self._looking: asyncio.TimerHandle | None = None
        self.watch: Callable[[list[str]], None] | None = None
        """Told the statements of each batch that goes out; for measurements."""
        self.on_lost: Callable[[], None] | None = None
        """Told when the connection ends, however it does."""
        self._socket = self._wire.socket
        self._loop.add_reader(self._socket, self._read)

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be asked here any more."""
        return self._lost is not None

    def fetch(self, query: str, /, *args: Any) -> "asyncio.Future[list[Row]]":  # noqa: ANN401
        """Queues a statement; its rows."""
        return self._ask(query, args, _as_rows)

    def fetchval(self, query: str, /, *args: Any) -> "asyncio.Future[Any]":  # noqa: ANN401
        """Queues a statement; the first value of its first row."""
        return self._ask(query, args, _as_value)

    def execute(self, query: str, /, *args: Any) -> "asyncio.Future[str]":  # noqa: ANN401
        """Queues a statement; its command tag."""
        return self._ask(query, args, _as_tag)

    def command(self, query: str) -> "asyncio.Future[str]":
        """Queues a statement without parameters that is not worth preparing."""
        return self._ask(query, (), _as_tag, known=_ONCE)

    def begin(self, *commands: str) -> None:
        """Begins a transaction; both ``BEGIN`` and the commands travel with the first statement."""
        for command in ("BEGIN", *commands):
            self._queue(_Asked(command, (), _as_tag, self._loop.create_future()), _ONCE)

    async def commit(self, statements: Iterable[Statement]) -> None:
        """Carries out the last statements of a transaction and commits it, in one round trip.

        All are queued before this gives way for the first time. The first one leaves before the next
        is made, so that the server works meanwhile. If one fails, those behind it do not run, so
        neither does COMMIT; its error is raised.
        """
        asked = []
        for query, args in statements:
            asked.append(self._ask(query, args, _as_tag))
            if len(asked) == 1:
                self._send_ahead()
        committed = self.command("COMMIT")
        try:
            for one in asked:
                await one
        except BatchAborted:
            raise await _first_fault(asked) from None
        if await committed != "COMMIT":
            raise BatchAborted("the transaction had failed before")

    async def roll_back(self) -> None:
        """Ends a transaction that failed; where that is not possible the connection is closed."""
        try:
            try:
                await self.command("ROLLBACK")
            except BatchAborted:  # it left together with what failed
                await self.command("ROLLBACK")
        except (OSError, psycopg.Error):
            self.close()

    def close(self) -> None:
        """Closes the connection; whoever waits hears that it was lost."""
        self._lose("the connection was closed")

    def _ask(
        self,
        query: str,
        args: Sequence[Any],
        read: "Callable[[_Known, pq.abc.PGresult], Any]",
        known: _Known | None = None,
    ) -> "asyncio.Future[Any]":
        asked = _Asked(query, args, read, self._loop.create_future())
        self._queue(asked, known)
        if not self._is_due:
            self._is_due = True
            self._loop.call_soon(self._send)
        return asked.answer

    def _queue(self, asked: _Asked, known: _Known | None) -> None:
        if self._lost is not None:
            asked.fail(self._lost)
        else:
            asked.known = known
            self._queued.append(asked)

    def _send(self) -> None:
        """Sends what is queued; statements seen for the first time are prepared before."""
        self._is_due = False
        if self._is_preparing:  # a batch waits for that, and nothing may overtake it
            return
        fresh = self._fresh()
        self._pass_on(partial(self._prepare, fresh) if fresh else self._put_whole)

    def _send_ahead(self) -> None:
        """Sends what is queued although more follows in this turn, unless something must be prepared."""
        if not self._is_preparing and not self._fresh():
            self._pass_on(self._put)

    def _fresh(self) -> set[str]:
        return {asked.query for asked in self._queued if asked.known is None} - self._known.keys()

    def _pass_on(self, how: Callable[[list[_Asked]], None]) -> None:
        batch, self._queued = self._queued, []
        if self._lost is not None:
            for asked in batch:
                asked.fail(self._lost)
            return
        try:
            how(batch)
            self._flush()
        except psycopg.OperationalError as error:
            for asked in batch:
                asked.fail(ConnectionLost(str(error)))
            self._lose(str(error))

    def _prepare(self, queries: set[str], batch: list[_Asked]) -> None:
        """Asks the server what the statements take and give; the batch goes out when it has answered."""
        left = len(queries)
        self._is_preparing = True
        faults: dict[str, BaseException] = {}

        def described(
            query: str, known: _Known, parsed: "asyncio.Future[Any]", answer: "asyncio.Future[Any]"
        ) -> None:
            nonlocal left
            left -= 1
            fault = parsed.exception() or answer.exception()
            if fault is None:
                self._known[query] = known
            else:
                faults[query] = fault
            if left:
                return
            is_broken = False
            for asked in batch:
                if asked.known is None and asked.query in faults:
                    asked.fail(faults[asked.query])
                    is_broken = True
                elif is_broken:  # as if the server had come to it: COMMIT least of all
                    asked.fail(BatchAborted("a statement before this one failed"))
            self._is_preparing = False
            self._queued = [asked for asked in batch if not asked.answer.done()] + self._queued
            self._send()

        for query in sorted(queries):
            known = _Known(f"s{len(self._known)}_{left}_{id(query):x}".encode())
            text = query.encode()
            self._wire.send_prepare(known.name, text)
            parsed = _Asked(query, (), _as_tag, self._loop.create_future())
            self._awaited.append(parsed)
            self._wire.send_describe_prepared(known.name)
            asked = _Asked(query, (), _describe, self._loop.create_future())
            asked.known = known
            self._awaited.append(asked)
            asked.answer.add_done_callback(partial(described, query, known, parsed.answer))
        self._sync()

    def _put_whole(self, batch: list[_Asked]) -> None:
        self._put(batch)
        self._sync()
        # What was prepared in between was a round trip of its own, but no batch.
        if self.watch is not None:
            self.watch(self._put_so_far)
            self._put_so_far = []

    def _put(self, batch: list[_Asked]) -> None:
        wire, awaited = self._wire, self._awaited
        if self.watch is not None:
            self._put_so_far += [asked.query for asked in batch]
        for asked in batch:
            known = asked.known
            if known is None:
                known = asked.known = self._known[asked.query]
            try:
                values = known.encode(asked.args)
            except Exception as error:  # noqa: BLE001 - a value that does not fit fails its own group
                asked.fail(error)
                # What stands before it has been sent; nothing behind it may run.
                wire.send_query_params(_FAIL, None)
                failed = _Asked(asked.query, (), _as_tag, self._loop.create_future())
                failed.known = known
                awaited.append(failed)
                continue
            if known is _ONCE:
                wire.send_query_params(asked.query.encode(), None, result_format=pq.Format.BINARY)
            else:
                wire.send_query_prepared(known.name, values, known.formats, result_format=pq.Format.BINARY)
            awaited.append(asked)

    def _sync(self) -> None:
        self._wire.pipeline_sync()
        self._awaited.append(_SYNC)
        if self._looking is None:
            self._looking = self._loop.call_later(LOOK_S, self._look)

    def _flush(self) -> None:
        if self._wire.flush():
            if not self._is_writing:
                self._is_writing = True
                self._loop.add_writer(self._socket, self._write)
        elif self._is_writing:
            self._is_writing = False
            self._loop.remove_writer(self._socket)

    def _write(self) -> None:
        try:
            self._flush()
        except psycopg.OperationalError as error:
            self._lose(str(error))

    def _read(self) -> None:
        wire, awaited = self._wire, self._awaited
        try:
            wire.consume_input()
            while awaited and not wire.is_busy():
                self._take(wire.get_result())
        except psycopg.OperationalError as error:
            self._lose(str(error))
        except Exception as error:  # the connection is in no known state any more
            self._lose(repr(error))
            raise
        if not awaited and wire.status == pq.ConnStatus.BAD:
            self._lose("the server closed the connection")

    def _look(self) -> None:
        """Reads what may have come unheard, as long as answers are awaited."""
        self._looking = None
        if self._lost is None and self._awaited:
            self._looking = self._loop.call_later(LOOK_S, self._look)
            self._read()

    def _take(self, result: "pq.abc.PGresult | None") -> None:
        head = self._awaited[0]
        if head is _SYNC:
            self._awaited.popleft()
            return
        if result is not None:
            head.result = result
            return
        self._awaited.popleft()
        found = head.result
        if found is None:
            head.fail(ConnectionLost("the server gave no answer"))
            return
        status = found.status
        if status in _GOOD:
            if not head.answer.done():
                try:
                    head.answer.set_result(head.read(head.known or _ONCE, found))
                except Exception as error:  # noqa: BLE001 - a type that nobody reads here fails its statement
                    head.fail(error)
        elif status == pq.ExecStatus.PIPELINE_ABORTED:
            head.fail(BatchAborted("a statement before this one failed"))
        else:
            fault = psycopg.errors.error_from_result(found)
            head.fail(fault)
            if fault.diag.severity_nonlocalized in _ENDS:
                # Whoever stands behind was not merely aborted, and may be the only one who listens.
                self._lose(str(fault))

    def _lose(self, why: str) -> None:
        if self._lost is not None:
            return
        self._lost = ConnectionLost(why.strip())
        if self.on_lost is not None:
            self.on_lost()
        if self._looking is not None:
            self._looking.cancel()
        self._loop.remove_reader(self._socket)
        if self._is_writing:
            self._loop.remove_writer(self._socket)
        waiting = [asked for asked in self._awaited if asked is not None] + self._queued
        self._awaited.clear()
        self._queued = []
        for asked in waiting:
            asked.fail(self._lost)
        self._wire.finish()


_ENDS = frozenset({"FATAL", "PANIC"})
"""What the server calls an error that ends the connection."""

_GOOD = frozenset({pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK, pq.ExecStatus.EMPTY_QUERY})
_FAIL = b"DO $$ BEGIN RAISE EXCEPTION 'a value does not fit its column'; END $$"
_ONCE = _Known(b"")


def _describe(known: _Known, result: pq.abc.PGresult) -> None:
    known.describe(result)


class PipelinePool:
    """A few pipelined connections, made when they are first needed."""

    def __init__(self, url: str, *, size_max: int, settings: dict[str, str], timeout_s: float = 10.0) -> None:
        """Connects later.

        Args:
            url: the database as the application's role.
            size_max: connections at most; whoever comes then waits.
            settings: of the server, for each connection.
            timeout_s: how long making a connection may take.
        """
        self._url = url
        self._options = " ".join(f"-c {name}={value}" for name, value in settings.items())
        self._timeout_s = timeout_s
        self._places = asyncio.Semaphore(size_max)
        self._idle: list[PipelineConnection] = []
        self.breaks = 0
        """Connections that have ended so far: the server behind the next one may be another."""

    @asynccontextmanager
    async def acquire(self) -> "Any":  # noqa: ANN401 - an async context of a connection
        """A connection for one transaction.

        Raises:
            ConnectionLost: none can be made.
        """
        async with self._places:
            conn = self._ready() or await self._connect()
            try:
                yield conn
            finally:
                if not conn.is_closed:
                    self._idle.append(conn)

    def _ready(self) -> PipelineConnection | None:
        while self._idle:
            conn = self._idle.pop()
            if not conn.is_closed:
                return conn
        return None

    async def _connect(self) -> PipelineConnection:
        try:
            async with asyncio.timeout(self._timeout_s):
                made = await psycopg.AsyncConnection.connect(
                    self._url, autocommit=True, options=self._options
                )
        except psycopg.OperationalError as error:
            raise ConnectionLost(str(error).strip()) from error
        conn = PipelineConnection(made)
        conn.on_lost = self._count
        return conn

    def _count(self) -> None:
        self.breaks += 1

    async def close(self) -> None:
        """Closes the connections that nobody uses."""
        while self._idle:
            self._idle.pop().close()
