"""Questions over a Unix socket: every one is answered or heard to be lost, whoever dies meanwhile."""

import asyncio
import stat
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from stakehouse.infra.courier import Counter, Courier, CourierLost, Take

PATIENCE_S = 20.0


@pytest.fixture
def socket() -> Iterator[Path]:
    # Short enough for a socket, whatever the folder of the tests is called.
    with TemporaryDirectory(prefix="sh-") as folder:
        yield Path(folder) / "courier.sock"


@asynccontextmanager
async def asking(socket: Path, within_s: float = PATIENCE_S) -> AsyncIterator[Courier[str, str]]:
    courier = Courier[str, str](socket, str, answer_within_s=within_s)
    await courier.start()
    yield courier
    await courier.stop()


def shout(questions: Sequence[tuple[str, Callable[[str], None]]]) -> None:
    for question, answered in questions:
        answered(question.upper())


def by_task(answer: Callable[[str], Awaitable[str]]) -> Take[str, str]:
    """Takes questions whose answers need to wait."""
    tasks = set()

    async def carry_out(question: str, answered: Callable[[str], None]) -> None:
        answered(await answer(question))

    def take(questions: Sequence[tuple[str, Callable[[str], None]]]) -> None:
        for question, answered in questions:
            task = asyncio.create_task(carry_out(question, answered))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

    return take


async def connected(courier: Courier[str, str]) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not courier.is_connected:  # noqa: ASYNC110 - it connects by itself, and tells nobody
            await asyncio.sleep(0.01)


async def test_each_question_gets_its_own_answer(socket: Path) -> None:
    counter = Counter[str, str](socket, str, shout)
    await counter.open()
    async with asking(socket) as one, asking(socket) as another:
        words = [f"word {number} " * (number % 50) for number in range(2_000)]
        answers = await asyncio.gather(
            *(one.ask(word) for word in words), *(another.ask(word) for word in reversed(words))
        )
    await counter.close()

    assert answers == [word.upper() for word in (*words, *reversed(words))]


async def test_answers_come_when_they_are_ready_not_in_the_order_of_the_questions(socket: Path) -> None:
    is_free = asyncio.Event()

    async def answer(question: str) -> str:
        if question == "slow":
            await is_free.wait()
        return question

    counter = Counter[str, str](socket, str, by_task(answer))
    await counter.open()
    async with asking(socket) as courier:
        slow = courier.ask("slow")
        assert await courier.ask("quick") == "quick"
        assert not slow.done()
        is_free.set()
        assert await slow == "slow"
    await counter.close()


async def test_where_nobody_listens_a_question_is_lost_at_once_and_found_when_somebody_does(
    socket: Path,
) -> None:
    async with asking(socket) as courier:
        with pytest.raises(CourierLost):
            await courier.ask("anybody there?")

        counter = Counter[str, str](socket, str, shout)
        await counter.open()
        await connected(courier)

        assert await courier.ask("anybody there?") == "ANYBODY THERE?"
        await counter.close()


async def test_what_was_asked_is_answered_before_the_counter_closes(socket: Path) -> None:
    is_heard, is_free = asyncio.Event(), asyncio.Event()

    async def answer(question: str) -> str:
        is_heard.set()
        await is_free.wait()
        return question

    counter = Counter[str, str](socket, str, by_task(answer))
    await counter.open()
    async with asking(socket) as courier:
        asked = courier.ask("last orders")
        await is_heard.wait()
        closing = asyncio.create_task(counter.close())
        is_free.set()

        assert await asked == "last orders"
        await closing
        with pytest.raises(CourierLost):
            await courier.ask("too late")


async def test_a_counter_that_stands_still_does_not_hold_anybody_for_ever(socket: Path) -> None:
    is_free = asyncio.Event()

    async def answer(question: str) -> str:
        await is_free.wait()
        return question

    counter = Counter[str, str](socket, str, by_task(answer))
    await counter.open()
    async with asking(socket, within_s=0.1) as courier:
        with pytest.raises(CourierLost):
            await asyncio.wait_for(courier.ask("hello?"), PATIENCE_S)
    is_free.set()
    await counter.close()


async def test_only_its_user_may_open_the_socket_and_only_one_may_listen(socket: Path) -> None:
    counter = Counter[str, str](socket, str, shout)
    await counter.open()

    assert stat.S_IMODE(socket.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        await Counter[str, str](socket, str, shout).open()
    await counter.close()
    assert not socket.exists()


async def test_what_is_no_question_ends_the_connection_and_nothing_else(socket: Path) -> None:
    counter = Counter[str, str](socket, str, shout)
    await counter.open()
    async with asking(socket) as courier:
        for rubbish in (b"\x00\x00\x00\x03abc", b"\xff\xff\xff\xff"):
            reader, writer = await asyncio.open_unix_connection(str(socket))
            writer.write(rubbish)
            assert await asyncio.wait_for(reader.read(), PATIENCE_S) == b""
            writer.close()

        assert await courier.ask("still here?") == "STILL HERE?"
    await counter.close()


async def test_a_socket_that_a_killed_process_left_is_taken_over(socket: Path) -> None:
    gone = await asyncio.start_unix_server(lambda _reader, _writer: None, str(socket))
    gone.close()
    socket.touch()

    counter = Counter[str, str](socket, str, shout)
    await counter.open()
    async with asking(socket) as courier:
        assert await courier.ask("mine") == "MINE"
    await counter.close()


async def test_one_who_hangs_up_at_once_is_not_taken_for_somebody(socket: Path) -> None:
    rude = await asyncio.start_unix_server(lambda _reader, writer: writer.close(), str(socket))
    async with asking(socket) as courier:
        for _ in range(20):
            with pytest.raises(CourierLost):
                await asyncio.wait_for(courier.ask("hello?"), PATIENCE_S / 2)
        rude.close()
        counter = Counter[str, str](socket, str, shout)
        await counter.open()
        await connected(courier)

        assert await asyncio.wait_for(courier.ask("hello?"), PATIENCE_S / 2) == "HELLO?"
        await counter.close()
