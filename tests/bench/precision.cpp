// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>

#include "bench/precision/run.h"
#include "bench/precision/sheet.h"
#include "bench/precision/verdict.h"

/// How right the picture is, against three other ways to bring an answer back, on
/// scripted edits of photographs. Status 0 only where every figure holds.
///
///   bench-precision [--seed S] [--count N]

namespace {

using namespace wordbrush;
using namespace wordbrush::bench;

constexpr int longest_side = 1280;
constexpr int redraws_of_each = 3;
constexpr int redraw_side = 800;

struct Options {
  unsigned seed = 4;
  int count = 60;
};

std::optional<Options> parse_options(int count, char** arguments) {
  Options options;
  for (int at = 1; at + 1 < count; at += 2) {
    const char* text = arguments[at + 1];
    const char* end = text + std::strlen(text);
    const bool is_seed = std::strcmp(arguments[at], "--seed") == 0;
    const bool is_count = std::strcmp(arguments[at], "--count") == 0;
    const auto read = is_seed ? std::from_chars(text, end, options.seed)
                              : std::from_chars(text, end, options.count);
    if ((!is_seed && !is_count) || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  }
  if (count % 2 == 0 || options.count < 1) return std::nullopt;
  return options;
}

/// Pictures painted anew, each as if its middle had been asked for.
Redraws count_redraws(std::span<const scenes::Photograph> photographs, unsigned seed) {
  Redraws redraws;
  for (const auto& [name, picture] : photographs)
    for (unsigned time = 0; time < redraws_of_each; ++time) {
      const int width = picture.width();
      const int height = picture.height();
      const Rect target{width / 3, height / 3, width / 3, height / 3};
      const precision::FramePlan plan{.frame = {0, 0, width, height},
                                      .target = target,
                                      .upload_width = width,
                                      .upload_height = height};
      scenes::Reply reply = scenes::distort(picture, {.redrawn = true}, seed * 100 + time);
      const auto report = precision::bring_back(std::move(reply.picture), plan, &picture,
                                                {.match_colors = false, .only_changes = false})
                              .report;
      ++redraws.shown;
      if (report.registration->outcome == precision::RegistrationOutcome::Redrawn)
        ++redraws.recognized;
      else
        std::printf("not recognized as redrawn: %s %u\n", name.c_str(), time);
    }
  return redraws;
}

std::vector<Run> run_all(const std::vector<Case>& cases) {
  ContactSheet sheet(BENCH_FOLDER);
  std::vector<Run> runs;
  for (const Case& one : cases) {
    Pictures pictures;
    runs.push_back(run_case(one, pictures));
    sheet.add(runs.back(), pictures);
  }
  const int pages = sheet.finish();
  if (pages < 0)
    std::printf("The contact sheet could not be written to %s\n\n", BENCH_FOLDER);
  else
    std::printf("The contact sheet: %s/precision-1.png to -%d.png\n\n", BENCH_FOLDER, pages);
  return runs;
}

void print_times(const Times& times) {
  std::printf(
      "ms at 2048 x 2048: placing %.0f, registration %.0f, color %.0f, changes %.0f, "
      "containment %.0f, total %.0f\n\n",
      times.placing, times.registration, times.color, times.changes, times.containment,
      times.total);
}

}  // namespace

int main(int count, char** arguments) {
  const auto options = parse_options(count, arguments);
  if (!options) {
    std::fprintf(stderr, "bench-precision [--seed S] [--count N]\n");
    return 2;
  }
  const auto photographs = scenes::named_photographs(longest_side);
  const auto cases = make_cases(photographs, options->seed, options->count);
  std::printf("%d scripted edits of %zu photographs, seed %u\n", options->count, photographs.size(),
              options->seed);
  const auto runs = run_all(cases);
  print_tables(runs);
  print_losses(runs);
  std::printf("\n");
  const Times times = measure_times(photographs.front().picture);
  print_times(times);
  const Redraws redraws = count_redraws(scenes::named_photographs(redraw_side), options->seed);
  const bool all_hold = print_figures(runs, redraws, times);
  std::printf("\nwithout tolerance for what nobody sees: %d of %zu\n",
              won(runs, {.misplaced = 0, .seam = 0, .share = 0}), runs.size());
  std::printf("won %d of %zu\n", won(runs, {}), runs.size());
  return all_hold ? 0 : 1;
}
