"""Several conversations with one gateway at a time: a far gateway answers each slowly, and many at once quickly."""

from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Queue
from threading import Event, Thread
from typing import Protocol

from standby.rooms.messages.letters import Parcel, Receipt


class Lane(Protocol):
    """One connection, kept open for as many parcels as it is given."""

    def send(self, parcel: Parcel) -> Receipt: ...

    def close(self) -> None: ...


def in_lanes(parcels: Iterable[Parcel], *, lanes: int, opened: Callable[[], Lane]) -> Iterator[Receipt]:
    """Receipts in the order of the answers. Whoever stops reading them stops the sending too."""
    line: Queue[Parcel] = Queue()
    for parcel in parcels:
        line.put(parcel)
    number, answers, stop = line.qsize(), Queue[Receipt | Exception](), Event()
    workers = [Thread(target=_work, args=(line, answers, stop, opened), daemon=True) for _ in range(min(lanes, number))]
    for worker in workers:
        worker.start()
    try:
        for _ in range(number):
            answer = answers.get()
            if isinstance(answer, Exception):
                raise answer
            yield answer
    finally:
        stop.set()
        for worker in workers:
            worker.join()


def _work(
    line: "Queue[Parcel]", answers: "Queue[Receipt | Exception]", stop: Event, opened: Callable[[], Lane]
) -> None:
    """What goes wrong unforeseen is told to the reader, who would wait for ever otherwise."""
    lane = opened()
    try:
        while not stop.is_set():
            answers.put(lane.send(line.get_nowait()))
    except Empty:
        return
    except Exception as error:  # noqa: BLE001  # raised again where the receipts are read
        answers.put(error)
    finally:
        lane.close()
