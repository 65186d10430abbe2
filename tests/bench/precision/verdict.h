// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "bench/precision/run.h"
#include "bench/precision/speed.h"

namespace wordbrush::bench {

/// Pictures painted anew, and how many of them were seen to be.
struct Redraws {
  int shown = 0;
  int recognized = 0;
};

/// One table a measure: the median and the worst of ours and of theirs.
void print_tables(std::span<const Run> runs);

/// Each case in which a baseline is better on a measure, with both figures.
void print_losses(std::span<const Run> runs);

/// Where ours is best on all measures; ties count for us.
int won(std::span<const Run> runs, const Tolerance& tolerance);

/// A line for each figure that is asked for, PASS or FAIL; whether all hold.
bool print_figures(std::span<const Run> runs, const Redraws& redraws, const Times& times);

}  // namespace wordbrush::bench
