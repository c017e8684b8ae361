"""How far two spellings are apart."""


def edits_between(one: str, other: str, most: int) -> int:
    """Count the letters to insert, drop, change or swap with their neighbour; `most` + 1 where it takes more.

    Optimal string alignment: no letter is edited twice.
    """
    # An edit changes two letters of the set at most: cheap to see, and true of nearly all pairs of names.
    if abs(len(one) - len(other)) > most or len(set(one) ^ set(other)) > 2 * most:
        return most + 1
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, char in enumerate(one, start=1):
        line = [row]
        for column, opposite in enumerate(other, start=1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (char != opposite))
            if row > 1 and column > 1 and char == other[column - 2] and opposite == one[row - 2]:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)
