"""How often something was seen lately, in memory alone."""

from collections import Counter


class Tally:
    """Counts over a sliding window, as two windows of fixed length of which the older counts less and less.

    Holds at most `most` keys in each: a flood of ever new networks cannot fill the memory. What it forgets then are
    those seen least, which are no flood.
    """

    def __init__(self, *, seconds: float, most: int = 100_000) -> None:
        self._seconds = seconds
        self._most = most
        self._window = 0
        self._now: Counter[bytes] = Counter()
        self._before: Counter[bytes] = Counter()

    def add(self, key: bytes, *, at: float) -> float:
        """Notes that it was seen at this moment; how often it was seen in the window that ends now, this included."""
        self.note(key, at=at)
        return self.of(key, at=at)

    def note(self, key: bytes, *, at: float) -> None:
        self._turn(at)
        if len(self._now) >= self._most and key not in self._now:
            self._make_room()
        self._now[key] += 1

    def _make_room(self) -> None:
        """Half of it at once, those seen least first: to look through all for each new one would stop the door."""
        least = 1
        while len(self._now) > self._most // 2:
            self._now = Counter({seen: number for seen, number in self._now.items() if number > least})
            least *= 2

    def of(self, key: bytes, *, at: float) -> float:
        self._turn(at)
        left = 1 - at / self._seconds % 1
        return self._now[key] + self._before[key] * left

    def _turn(self, at: float) -> None:
        window = int(at // self._seconds)
        if window == self._window:
            return
        self._before = self._now if window == self._window + 1 else Counter()
        self._now, self._window = Counter(), window
