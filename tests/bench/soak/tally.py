# SPDX-License-Identifier: GPL-3.0-or-later
"""What a part of the soak found: figures, and the claims that did not hold."""


class Tally:
    def __init__(self, name):
        self.name = name
        self.figures = []
        self.misses = []

    def figure(self, text):
        self.figures.append(text)

    def claim(self, holds, otherwise):
        """`otherwise` says what is there instead."""
        if not holds:
            self.misses.append(otherwise)

    def at_most(self, what, value, limit, unit=""):
        """A figure with its limit."""
        self.figure(f"{what} {value:.4g} of at most {limit:g}{unit}")
        self.claim(value <= limit, f"{what} is {value:.4g}{unit}, past {limit:g}{unit}")

    def take(self, entries):
        """What the inside told: {"figure": text} and {"miss": text}."""
        for entry in entries:
            if "figure" in entry:
                self.figure(entry["figure"])
            if "miss" in entry:
                self.claim(False, entry["miss"])

    def tell(self, seconds):
        verdict = "holds" if not self.misses else "DOES NOT HOLD"
        print(f"{self.name}: {'; '.join(self.figures)}: {verdict} ({seconds:.0f} s)", flush=True)
        for miss in self.misses:
            print("    " + miss.replace("\n", "\n      "), flush=True)
        return not self.misses
