// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/attempt.h"

#include <glib.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "edit/fit_words.h"
#include "edit/key_exposure.h"
#include "edit/measure.h"
#include "edit/prompt.h"
#include "protocol/picture_request.h"

namespace wordbrush::edit {

namespace {

/// Rounded up, so that the last second is a 1.
int seconds_until(std::int64_t time) {
  const std::int64_t rest = std::max<std::int64_t>(time - g_get_monotonic_time(), 0);
  return static_cast<int>((rest + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

protocol::PictureRequest to_picture_request(const Parcel& parcel, const Request& request,
                                            const Route& route, const std::string& prompt) {
  const bool in_prompt = route.size_fields == protocol::SizeFields::Prompt;
  protocol::PictureRequest asked{
      .model = route.model,
      .prompt = prompt,
      .stream = route.stream,
      // Words for what was not asked for would only mislead.
      .aspect_ratio = in_prompt ? request.aspect_ratio : parcel.prepared.aspect_ratio,
      .size = request.size,
      .size_fields = route.size_fields,
      .mask = parcel.uploads.mask};
  for (const Upload& upload : parcel.uploads.pictures) asked.images.push_back(upload.part);
  return asked;
}

}  // namespace

Attempt::Attempt(SoupSession* session, Parcel parcel, Request request, Route route, Keeping keeping,
                 AttemptEvents events)
    : parcel_(std::move(parcel)),
      request_(std::move(request)),
      route_(std::move(route)),
      events_(std::move(events)),
      prompt_(to_sent_prompt(request_, parcel_.prepared.order,
                             parcel_.prepared.treatment.overview_words)) {
  const auto asked = to_picture_request(parcel_, request_, route_, prompt_);
  const VariationContext context{session, route_, request_, parcel_, keeping.spool, keeping.record};
  for (std::size_t i = 0; i < static_cast<std::size_t>(request_.variations); ++i)
    variations_.push_back(std::make_unique<Variation>(context, asked, events_of(i)));
}

VariationEvents Attempt::events_of(std::size_t index) {
  VariationEvents events{.on_transfer = [this] { tell_transfer(); },
                         .on_stage = events_.on_progress,
                         .on_end =
                             [this, index] {
                               // With it goes the frame that answers were compared with.
                               if (has_ended())
                                 parcel_.prepared.fit = nullptr;
                               else
                                 tell_transfer();
                               events_.on_answer(index);  // may end the life of *this
                             }};
  if (index == 0) events.on_words = events_.on_words;
  return events;
}

bool Attempt::has_ended() const {
  return std::ranges::all_of(variations_, [](const auto& v) { return v->has_ended(); });
}

void Attempt::tell_transfer() {
  std::uint64_t sent = 0;
  std::uint64_t to_send = 0;
  bool waiting = false;
  std::int64_t retry_at = 0;
  for (const auto& variation : variations_) {
    const ExchangeProgress& progress = variation->transfer();
    retry_at = std::max(retry_at, progress.retry_at);
    sent += progress.bytes_sent;
    to_send += progress.bytes_to_send;
    waiting = waiting || progress.first_answer == 0;
  }
  if (retry_at != 0)
    events_.on_progress({.stage = Stage::Pausing, .seconds = seconds_until(retry_at)});
  else if (waiting && sent < to_send)
    events_.on_progress({Stage::Sending, static_cast<double>(sent) / static_cast<double>(to_send)});
  else
    events_.on_progress({.stage = waiting ? Stage::Waiting : Stage::Receiving});
}

bool Attempt::any_retry(bool (RetryPolicy::*was)() const) const {
  return std::ranges::any_of(variations_, [&](const auto& v) { return (v->retries().*was)(); });
}

std::uint64_t Attempt::bytes_sent() const {
  std::uint64_t bytes = 0;
  for (const auto& variation : variations_) bytes += variation->transfer().bytes_sent;
  return bytes;
}

std::uint64_t Attempt::bytes_received() const {
  std::uint64_t bytes = 0;
  for (const auto& variation : variations_) bytes += variation->bytes_received();
  return bytes;
}

Report Attempt::report() const {
  const Prepared& prepared = parcel_.prepared;
  Report report{.host = route_.endpoint.host,
                .model = route_.model,
                .prompt = prompt_,
                .frame = prepared.frame,
                .target = prepared.source.bounds,
                .plan = frame_report_of(prepared)};
  report.times.read = parcel_.read_in;
  report.times.encode = parcel_.encoded_in;
  for (const Upload& upload : parcel_.uploads.pictures)
    report.sent.push_back(
        {upload.part.mime_type, upload.width, upload.height, upload.part.bytes->size()});
  measure(variations_, report);
  const Refusals refusals{.fields = any_retry(&RetryPolicy::left_out_fields),
                          .stream = any_retry(&RetryPolicy::changed_stream)};
  std::ranges::move(warnings_of(refusals, route_.stream), std::back_inserter(report.warnings));
  const bool is_near =
      std::ranges::any_of(variations_, [](const auto& v) { return v->transfer().is_near; });
  if (auto warning = warning_of_exposed_key(route_, is_near))
    report.warnings.push_back(std::move(*warning));
  return report;
}

}  // namespace wordbrush::edit
