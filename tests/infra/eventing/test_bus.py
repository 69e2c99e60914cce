"""Publishing: in order, without gaps, and never twice."""

from collections.abc import AsyncIterator, Sequence

import pytest

from stakehouse.infra.bus import WHOLE_FROM, Bus, Message
from tests.infra.eventing.world import a_stream


@pytest.fixture
async def bus(nats_url: str) -> AsyncIterator[Bus]:
    bus = Bus(nats_url, stream=a_stream())
    await bus.open()
    await bus.ensure_stream()
    yield bus
    await bus.close()


def messages(bus: Bus, ids: Sequence[int], *, lost: int | None = None) -> list[Message]:
    """Messages of some numbers; the lost one goes to a subject that no stream takes."""
    root = bus.stream.root
    return [Message(f"m{n}", f"{'nowhere' if n == lost else root}.t.d.x.y", str(n).encode()) for n in ids]


async def stored(bus: Bus) -> list[int]:
    info = await bus.jetstream.stream_info(bus.stream.name)
    first, last = info.state.first_seq, info.state.last_seq
    kept = [await bus.jetstream.get_msg(bus.stream.name, seq) for seq in range(first, last + 1)]
    return [int(message.data or b"") for message in kept]


@pytest.mark.parametrize("number", [1, WHOLE_FROM - 1, WHOLE_FROM, 300])
async def test_all_are_stored_in_order_and_a_second_time_nothing_is(bus: Bus, number: int) -> None:
    sent = messages(bus, range(number))

    first = await bus.publish(sent)
    second = await bus.publish(sent)

    assert (first, second) == (number, number)
    assert await stored(bus) == list(range(number))


@pytest.mark.parametrize("number", [5, WHOLE_FROM])
async def test_nothing_is_stored_behind_one_that_was_lost(bus: Bus, number: int) -> None:
    taken = await bus.publish(messages(bus, range(number), lost=2))
    before = await stored(bus)
    again = await bus.publish(messages(bus, range(number)))

    assert taken <= 2
    assert before == list(range(taken)) or before == [0, 1]
    assert again == number
    assert await stored(bus) == list(range(number))


async def test_a_batch_that_was_stored_in_part_is_completed_in_order(bus: Bus) -> None:
    await bus.publish(messages(bus, range(10)))

    taken = await bus.publish(messages(bus, range(WHOLE_FROM + 10)))

    assert taken == WHOLE_FROM + 10
    assert await stored(bus) == list(range(WHOLE_FROM + 10))


async def test_without_a_broker_nothing_is_taken(bus: Bus) -> None:
    await bus.close()

    assert await bus.publish(messages(bus, range(3))) == 0


async def test_the_mark_tells_one_stream_from_another_of_the_same_name(bus: Bus) -> None:
    before, again = await bus.ensure_stream(), await bus.ensure_stream()
    await bus.jetstream.delete_stream(bus.stream.name)

    after = await bus.ensure_stream()

    assert before == again != after
