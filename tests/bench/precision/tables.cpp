// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdio>
#include <format>
#include <functional>
#include <string>
#include <vector>

#include "bench/precision/verdict.h"

namespace wordbrush::bench {

namespace {

using ColumnValue = double (*)(const Measures&);

struct Column {
  const char* name;
  ColumnValue value;
  bool lower_is_better = true;
};

struct Table {
  const char* title;
  std::vector<Column> columns;
};

std::vector<Table> tables() {
  return {{"containment: pixels changed that were not selected",
           {{"outside", [](const Measures& m) { return static_cast<double>(m.outside); }}}},
          {"alignment: worst corner of the target, px",
           {{"off", [](const Measures& m) { return m.misplaced; }}}},
          {"seam: p95 of the Lab step across the edge",
           {{"step", [](const Measures& m) { return m.seam; }}}},
          {"retention: % of untouched pixels kept, % of edited pixels missed",
           {{"kept", [](const Measures& m) { return 100 * m.kept.share(); }, false},
            {"beyond 8 px", [](const Measures& m) { return 100 * m.kept_beyond.share(); }, false},
            {"missed", [](const Measures& m) { return 100 * m.missed(); }}}}};
}

void print_column(const Column& column, std::span<const Run> runs) {
  for (std::size_t method = 0; method < methods; ++method) {
    std::vector<double> values;
    for (const Run& run : runs)
      if (!run.scene->distortion.redrawn) values.push_back(column.value(run.measures[method]));
    if (values.empty()) continue;
    std::ranges::sort(values);
    if (!column.lower_is_better) std::ranges::reverse(values);
    std::printf("  %-12s %-14s %10.2f %10.2f %10.2f\n", column.name, method_names[method],
                values[values.size() / 2], values[(values.size() - 1) * 95 / 100], values.back());
  }
}

std::string figure(Measure measure, const Measures& m) {
  switch (measure) {
    case Measure::Containment:
      return std::format("{}", m.outside);
    case Measure::Alignment:
      return std::format("{:.3f} px", m.misplaced);
    case Measure::Seam:
      return std::format("{:.2f}", m.seam);
    case Measure::Retention:
      break;
  }
  return std::format("kept {:.2f} %, missed {:.2f} %", 100 * m.kept.share(), 100 * m.missed());
}

/// What our own way said of the case, where that explains the figure.
std::string explanation(Measure measure, const Run& run) {
  const auto& report = run.report;
  if (measure == Measure::Alignment && report.registration)
    return std::format(" ({}, {:.2f})", precision::name_of(report.registration->outcome),
                       report.registration->confidence);
  if (measure == Measure::Seam && report.colors)
    return std::format(" (colors {})", precision::name_of(report.colors->outcome));
  return {};
}

constexpr Measure all_measures[] = {Measure::Containment, Measure::Alignment, Measure::Seam,
                                    Measure::Retention};

}  // namespace

void print_tables(std::span<const Run> runs) {
  for (const Table& table : tables()) {
    std::printf("%s\n  %-12s %-14s %10s %10s %10s\n", table.title, "", "", "median", "p95",
                "worst");
    for (const Column& column : table.columns) print_column(column, runs);
    std::printf("\n");
  }
}

void print_losses(std::span<const Run> runs) {
  for (const Run& run : runs)
    for (const Measure measure : all_measures)
      for (std::size_t method = 1; method < methods; ++method)
        if (!is_as_good(measure, run, method, {}))
          std::printf("lost: %s: %s: %s%s, %s %s\n", run.scene->name.c_str(),
                      measure_names[static_cast<std::size_t>(measure)],
                      figure(measure, run.measures[0]).c_str(), explanation(measure, run).c_str(),
                      method_names[method], figure(measure, run.measures[method]).c_str());
}

int won(std::span<const Run> runs, const Tolerance& tolerance) {
  return static_cast<int>(std::ranges::count_if(runs, [&](const Run& run) {
    return std::ranges::all_of(all_measures, [&](Measure measure) {
      for (std::size_t method = 1; method < methods; ++method)
        if (!is_as_good(measure, run, method, tolerance)) return false;
      return true;
    });
  }));
}

}  // namespace wordbrush::bench
