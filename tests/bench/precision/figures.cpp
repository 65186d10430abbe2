// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <format>
#include <functional>
#include <string>
#include <vector>

#include "bench/precision/verdict.h"

namespace wordbrush::bench {

namespace {

using Counts = std::function<bool(const Run&)>;
using FigureValue = std::function<double(const Run&)>;

/// What must hold in every case that counts.
struct Figure {
  const char* name;
  double limit;
  Counts counts;
  FigureValue value;
  bool at_least = false;
};

bool print_verdict(const char* name, double value, double limit, bool at_least,
                   const std::string& note) {
  const bool holds = at_least ? value >= limit : value <= limit;
  std::printf("%s  %-52s %9.3f  (at %s %g)  %s\n", holds ? "PASS" : "FAIL", name, value,
              at_least ? "least" : "most", limit, note.c_str());
  return holds;
}

bool is_broken(const Figure& figure, const Run& run) {
  const double value = figure.value(run);
  return figure.at_least ? value < figure.limit : value > figure.limit;
}

bool judge(const Figure& figure, std::span<const Run> runs) {
  std::vector<const Run*> counted;
  for (const Run& run : runs)
    if (figure.counts(run)) counted.push_back(&run);
  if (counted.empty()) {
    std::printf("PASS  %-52s %9s\n", figure.name, "no case");
    return true;
  }
  const auto broken =
      std::ranges::count_if(counted, [&](const Run* run) { return is_broken(figure, *run); });
  const auto value = [&](const Run* run) { return figure.value(*run); };
  const double worst = value(figure.at_least ? *std::ranges::min_element(counted, {}, value)
                                             : *std::ranges::max_element(counted, {}, value));
  const auto all = static_cast<std::ptrdiff_t>(counted.size());
  const bool holds = print_verdict(figure.name, worst, figure.limit, figure.at_least,
                                   std::format("{} of {}", all - broken, all));
  for (const Run* run : counted)
    if (is_broken(figure, *run))
      std::printf("      %9.3f  %s\n", figure.value(*run), run->scene->name.c_str());
  return holds;
}

bool is_whole(const Run& run) {
  return !run.scene->distortion.redrawn;
}
bool is_nominal(const Run& run) {
  return run.scene->is_nominal();
}
bool is_hard(const Run& run) {
  return run.scene->hard;
}
bool is_still(const Run& run) {
  return run.scene->is_identity();
}
bool is_still_in_light(const Run& run) {
  return is_still(run) && run.scene->distortion.light == scenes::Light::As;
}
bool is_small(const Run& run) {
  return is_whole(run) && run.scene->share < 0.3;
}
bool is_large(const Run& run) {
  return is_whole(run) && run.scene->share >= 0.3;
}
bool is_relit(const Run& run) {
  return is_whole(run) && run.scene->edit == scenes::Edit::Relight;
}

double corner_error(const Run& run) {
  return run.corner_error;
}
double patch_seam(const Run& run) {
  return run.patch_seam;
}
double kept(const Run& run) {
  return 100 * run.measures[0].kept.share();
}
double missed(const Run& run) {
  return 100 * run.measures[0].missed();
}
double false_alarm(const Run& run) {
  return run.report.registration->outcome == precision::RegistrationOutcome::Redrawn ? 1 : 0;
}
double worse_than_paste(const Run& run) {
  int worse = 0;
  for (const Measure measure :
       {Measure::Containment, Measure::Alignment, Measure::Seam, Measure::Retention})
    worse += is_as_good(measure, run, 1, {}) ? 0 : 1;
  return worse;
}

std::vector<Figure> figures() {
  const Counts all = [](const Run&) { return true; };
  return {
      {"containment: pixels changed outside the selection", 0, all,
       [](const Run& run) { return static_cast<double>(run.measures[0].outside); }},
      {"alignment, nominal, px", 0.25, is_nominal, corner_error},
      {"alignment, hard, px", 0.5, is_hard, corner_error},
      {"alignment, identity, px", 0.05, is_still, corner_error},
      {"alignment: false alarms of a redraw", 0, is_whole, false_alarm},
      {"seam, 30-60 % of the picture, Lab", 1.5, is_large, patch_seam},
      {"seam, 10 % of the picture, Lab", 1.8, is_small, patch_seam},
      {"identity: change of the reply's colors, Lab", 0.3, is_still_in_light,
       [](const Run& run) { return run.patch_change; }},
      {"a wanted relight: distance from it, Lab", 2, is_relit,
       [](const Run& run) { return run.patch_error; }},
      {"retention, nominal, % kept in each scene", 99, is_nominal, kept, true},
      {"retention, hard, % kept in each scene", 95, is_hard, kept, true},
      {"retention, % of edited pixels missed in each scene", 0.1, is_whole, missed},
      {"against paste: measures on which it is better", 0, all, worse_than_paste},
  };
}

/// Of the pixels of all the cases that count, whatever the case.
bool judge_pixels(const char* name, double least, Pixels Measures::* measure, const Counts& counts,
                  std::span<const Run> runs) {
  Pixels all;
  for (const Run& run : runs) {
    if (!counts(run)) continue;
    const Pixels& one = run.measures[0].*measure;
    all = {all.all + one.all, all.right + one.right};
  }
  return print_verdict(name, 100 * all.share(), least, true, std::format("{} pixels", all.all));
}

bool judge_retention(std::span<const Run> runs) {
  bool holds = judge_pixels("retention, nominal, % of all untouched pixels kept", 99,
                            &Measures::kept, is_nominal, runs);
  holds &= judge_pixels("retention, hard, % of all untouched pixels kept", 95, &Measures::kept,
                        is_hard, runs);
  holds &= judge_pixels("retention, % of all edited pixels shown", 99.9, &Measures::shown, is_whole,
                        runs);
  return holds;
}

}  // namespace

bool print_figures(std::span<const Run> runs, const Redraws& redraws, const Times& times) {
  bool all_hold = true;
  for (const Figure& figure : figures()) all_hold &= judge(figure, runs);
  all_hold &= judge_retention(runs);
  all_hold &= print_verdict(
      "alignment: redraws recognized, %", 100.0 * redraws.recognized / redraws.shown, 95, true,
      std::to_string(redraws.recognized) + " of " + std::to_string(redraws.shown));
  all_hold &= print_verdict("registration at 2048 x 2048, ms", times.registration, 400, false, "");
  all_hold &= print_verdict("all stages at 2048 x 2048, ms", times.total, 600, false, "");
  constexpr double most = 0.95;
  all_hold &=
      print_verdict("best on all four measures, %",
                    100.0 * won(runs, {}) / static_cast<double>(runs.size()), 100 * most, true, "");
  return all_hold;
}

}  // namespace wordbrush::bench
