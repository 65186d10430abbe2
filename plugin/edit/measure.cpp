// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/measure.h"

#include <algorithm>

namespace wordbrush::edit {

double milliseconds_between(std::int64_t from, std::int64_t to) {
  constexpr double per_millisecond = 1000;
  return from == 0 || to < from ? 0 : static_cast<double>(to - from) / per_millisecond;
}

std::optional<FrameReport> frame_report_of(const Prepared& prepared) {
  if (!prepared.plan) return {};
  return FrameReport{.padding = prepared.plan->padding,
                     .scale = prepared.plan->scale,
                     .overview = prepared.plan->overview.has_value(),
                     .feather = prepared.treatment.feather,
                     .spill = prepared.treatment.spill};
}

void measure(const std::vector<std::unique_ptr<Variation>>& variations, Report& report) {
  StageTimes& times = report.times;
  for (const auto& variation : variations) {
    const ExchangeProgress& transfer = variation->transfer();
    report.requests += transfer.tries;
    report.bytes_sent += transfer.bytes_sent;
    report.bytes_received += variation->bytes_received();
    times.send = std::max(times.send, milliseconds_between(transfer.started, transfer.sent));
    times.wait = std::max(times.wait, milliseconds_between(transfer.sent, transfer.first_answer));
    times.receive =
        std::max(times.receive, milliseconds_between(transfer.first_answer, transfer.ended));
    const VariationResult& result = variation->result();
    times.decode = std::max(times.decode, milliseconds_between(1, 1 + result.decoded_in));
    times.fit = std::max(times.fit, milliseconds_between(1, 1 + result.fitted_in));
  }
}

}  // namespace wordbrush::edit
