// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <cstdio>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "bench/precision/run.h"
#include "bench/precision/sheet.h"
#include "bench/precision/verdict.h"

/// How right the picture is, against three other ways to bring an answer back, on
/// scripted edits of photographs. Status 0 only where every figure holds.
///
///   bench-precision [--seed S] [--count N] [--only CASE]
///
/// Of one case alone the tables are told, and no figure is judged.

namespace {

using namespace wordbrush;
using namespace wordbrush::bench;

constexpr int longest_side = 1280;
constexpr int redraws_of_each = 3;
constexpr int redraw_side = 800;

struct Options {
  unsigned seed = 4;
  int count = 60;
  int only = 0;  // 1 to count; 0: all
};

template <class Number>
bool read_number(const char* text, Number& number) {
  const char* end = text + std::strlen(text);
  const auto read = std::from_chars(text, end, number);
  return read.ec == std::errc() && read.ptr == end;
}

std::optional<Options> parse_options(int count, char** arguments) {
  Options options;
  if (count % 2 == 0) return std::nullopt;
  for (int at = 1; at < count; at += 2) {
    const std::string_view name = arguments[at];
    const char* text = arguments[at + 1];
    const bool is_read = (name == "--seed" && read_number(text, options.seed)) ||
                         (name == "--count" && read_number(text, options.count)) ||
                         (name == "--only" && read_number(text, options.only));
    if (!is_read) return std::nullopt;
  }
  if (options.count < 1 || options.only < 0 || options.only > options.count) return std::nullopt;
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
    std::fprintf(stderr, "bench-precision [--seed S] [--count N] [--only CASE]\n");
    return 2;
  }
  const auto photographs = scenes::named_photographs(longest_side);
  auto cases = make_cases(photographs, options->seed, options->count);
  if (options->only > 0) {
    std::swap(cases.front(), cases[static_cast<std::size_t>(options->only - 1)]);
    cases.resize(1);
  }
  // Also into a file each line at once, as it takes minutes.
  std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ);
  std::printf("%d scripted edits of %zu photographs, seed %u\n", options->count, photographs.size(),
              options->seed);
  const auto runs = run_all(cases);
  print_tables(runs);
  print_losses(runs);
  std::printf("\n");
  if (options->only > 0) return 0;
  const Times times = measure_times(photographs.front().picture);
  print_times(times);
  const Redraws redraws = count_redraws(scenes::named_photographs(redraw_side), options->seed);
  const bool all_hold = print_figures(runs, redraws, times);
  std::printf("\nwithout tolerance for what nobody sees: %d of %zu\n",
              won(runs, {.misplaced = 0, .seam = 0, .faint_seam = 0, .share = 0}), runs.size());
  std::printf("won %d of %zu\n", won(runs, {}), runs.size());
  return all_hold ? 0 : 1;
}
