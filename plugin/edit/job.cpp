// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/job.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "base/later.h"
#include "base/worker.h"
#include "edit/fit_words.h"
#include "edit/follow.h"
#include "edit/key_exposure.h"
#include "edit/landing.h"
#include "edit/layer_name.h"
#include "edit/measure.h"
#include "edit/prepared.h"
#include "edit/prompt.h"
#include "edit/sentence.h"
#include "edit/upload.h"
#include "edit/variation.h"
#include "protocol/dialect.h"
#include "protocol/picture_request.h"

namespace wordbrush::edit {

namespace {

using Prepare = std::move_only_function<Result<Prepared>()>;

/// Rounded up, so that the last second is a 1.
int seconds_until(std::int64_t time) {
  const std::int64_t rest = std::max<std::int64_t>(time - g_get_monotonic_time(), 0);
  return static_cast<int>((rest + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

Result<void> check(const Request& request) {
  if (is_blank(request.prompt))
    return fail(ErrorKind::Input, _("Say in words what should be done: the prompt is empty."));
  if (request.variations < 1 || request.variations > Request::max_variations)
    return fail(ErrorKind::Input, _("Between 1 and 8 variations can be made at once."));
  return {};
}

}  // namespace

class Job::Impl {
 public:
  Impl(SoupSession* session, host::Canvas& canvas, Request request, Route route, JobEvents events)
      : session_(session),
        canvas_(canvas),
        request_(std::move(request)),
        route_(std::move(route)),
        events_(std::move(events)) {
    report_.host = route_.endpoint.host;
    report_.model = route_.model;
  }

  /// Begins once the main loop runs and the caller holds the job.
  void start(Prepare prepare) {
    prepare_ = std::move(prepare);
    later_ = Later([this] { read(); });
  }

  void keep_in(Spool& spool) { spool_ = &spool; }

  host::Canvas& canvas() { return canvas_; }
  const Request& request() const { return request_; }
  const Route& route() const { return route_; }

 private:
  void tell(Stage stage, std::optional<double> fraction = {}) { tell({stage, fraction}); }

  void tell(const Progress& progress) {
    if (events_.on_progress) events_.on_progress(progress);
  }

  void end(Result<Outcome> outcome) {
    events_.on_end(std::move(outcome));  // may end the life of *this
  }

  void read() {
    started_ = g_get_monotonic_time();
    tell(Stage::Reading);
    if (auto checked = check(request_); !checked) return end(fail(std::move(checked.error())));
    auto prepared = prepare_();
    if (!prepared) return end(fail(std::move(prepared.error())));
    prepared_ = std::move(*prepared);
    report_.frame = prepared_.frame;
    report_.target = prepared_.source.bounds;
    report_.prompt = prepared_.prompt;
    report_.plan = frame_report_of(prepared_);
    report_.times.read = milliseconds(started_, g_get_monotonic_time());
    encode();
  }

  void encode() {
    tell(Stage::Encoding);
    const auto start = g_get_monotonic_time();
    encoder_ = run_on_worker<Result<Uploads>>(
        [pictures = std::exchange(prepared_.pictures, {}),
         mask = route_.endpoint.dialect->takes_mask ? prepared_.paint_mask : nullptr,
         format = request_.upload_format] { return make_uploads(pictures, mask, format); },
        [this, start](Result<Uploads> uploads) {
          report_.times.encode = milliseconds(start, g_get_monotonic_time());
          if (!uploads) return end(fail(std::move(uploads.error())));
          send(*uploads);
        });
  }

  void send(const Uploads& uploads) {
    const bool in_prompt = route_.size_fields == protocol::SizeFields::Prompt;
    protocol::PictureRequest asked{
        .model = route_.model,
        .prompt = prepared_.prompt,
        .stream = route_.stream,
        // Words for what was not asked for would only mislead.
        .aspect_ratio = in_prompt ? request_.aspect_ratio : prepared_.aspect_ratio,
        .size = request_.size,
        .size_fields = route_.size_fields,
        .mask = uploads.mask};
    for (const Upload& upload : uploads.pictures) {
      asked.images.push_back(upload.part);
      report_.sent.push_back(
          {upload.part.mime_type, upload.width, upload.height, upload.part.bytes->size()});
    }
    const VariationContext context{session_, route_, request_, prepared_, spool_};
    for (int i = 0; i < request_.variations; ++i)
      variations_.push_back(std::make_unique<Variation>(context, asked, events_of(i == 0)));
    tell(Stage::Sending, 0);
  }

  /// The words of one are enough for people who wait.
  VariationEvents events_of(bool is_first) {
    VariationEvents events{.on_transfer = [this] { tell_transfer(); },
                           .on_stage = [this](const Progress& progress) { tell(progress); },
                           .on_end = [this] { insert_when_all_ended(); }};
    if (is_first) events.on_words = events_.on_words;
    return events;
  }

  /// The stage of the request that is least far.
  void tell_transfer() {
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
      tell({.stage = Stage::Pausing, .seconds = seconds_until(retry_at)});
    else if (waiting && sent < to_send)
      tell(Stage::Sending, static_cast<double>(sent) / static_cast<double>(to_send));
    else
      tell(waiting ? Stage::Waiting : Stage::Receiving);
  }

  void insert_when_all_ended() {
    if (!std::ranges::all_of(variations_, [](const auto& v) { return v->has_ended(); })) return;
    // With it goes the frame that answers were compared with.
    prepared_.fit = nullptr;
    measure(variations_, report_);
    warn_of_refusals();
    const bool is_near =
        std::ranges::any_of(variations_, [](const auto& v) { return v->transfer().is_near; });
    if (auto warning = warning_of_exposed_key(route_, is_near))
      report_.warnings.push_back(std::move(*warning));
    std::vector<host::NewLayer> layers;
    Outcome outcome;
    for (const auto& variation : variations_) {
      VariationResult& result = variation->result();
      std::ranges::move(result.warnings, std::back_inserter(report_.warnings));
      if (result.error) {
        report_.warnings.push_back({"variation_failed", to_sentence(*result.error)});
        continue;
      }
      layers.push_back({to_layer_name(request_.prompt), result.fitted->place,
                        std::move(result.fitted->pixels), std::move(result.fitted->mask)});
      if (outcome.text.empty()) outcome.text = result.text;
      for (const precision::Warning warning : result.report.fit.warnings)
        report_.warnings.push_back(to_words(warning));
      report_.answers.push_back(std::move(result.report));
    }
    if (layers.empty()) return end(fail(std::move(*variations_.front()->result().error)));
    insert(layers, std::move(outcome));
  }

  void insert(std::vector<host::NewLayer>& layers, Outcome outcome) {
    tell(Stage::Inserting);
    const auto start = g_get_monotonic_time();
    give_size_to_source(layers.back());
    follow_source(layers);
    auto inserted = canvas_.insert(prepared_.source, layers, to_layer_name(request_.prompt));
    if (!inserted)
      return end(fail(told(std::move(inserted.error()), variations_.front()->result().kept)));
    forget_kept();
    const auto now = g_get_monotonic_time();
    report_.times.insert = milliseconds(start, now);
    report_.times.total = milliseconds(started_, now);
    // Where no image was open, a new one is what was asked for.
    if (auto warning = warning_of(inserted->landing); warning && prepared_.source.image_id != 0)
      report_.warnings.push_back(std::move(*warning));
    outcome.inserted = std::move(*inserted);
    outcome.report = std::move(report_);
    end(std::move(outcome));
  }

  /// The user may have moved what was sent, or turned it.
  void follow_source(std::vector<host::NewLayer>& layers) {
    if (!prepared_.witness) return;
    const auto found = find_again(canvas_, prepared_.source, *prepared_.witness);
    if (!found) return;
    const Rect sent_from = layers.back().place;
    for (host::NewLayer& layer : layers) follow(*found, layer);
    const Rect& place = layers.back().place;
    report_.place = PlaceReport{place, place != sent_from, found->is_sure};
    if (auto warning = warning_of(*found, place)) report_.warnings.push_back(std::move(*warning));
    prepared_.source.canvas_width = found->canvas_width;
    prepared_.source.canvas_height = found->canvas_height;
  }

  /// What stands in an image needs no copy on the disk.
  void forget_kept() {
    for (const auto& variation : variations_) {
      VariationResult& result = variation->result();
      if (result.fitted && result.kept.hold) spool_->remove(std::move(*result.kept.hold));
    }
  }

  /// Where no image is open, the result says how large the new one is.
  void give_size_to_source(const host::NewLayer& layer) {
    host::Source& source = prepared_.source;
    if (source.canvas_width > 0) return;
    source.canvas_width = layer.place.right();
    source.canvas_height = layer.place.bottom();
  }

  bool any_retry(bool (RetryPolicy::*was)() const) const {
    return std::ranges::any_of(variations_, [&](const auto& v) { return (v->retries().*was)(); });
  }

  void warn_of_refusals() {
    const Refusals refusals{.fields = any_retry(&RetryPolicy::left_out_fields),
                            .stream = any_retry(&RetryPolicy::changed_stream)};
    std::ranges::move(warnings_of(refusals, route_.stream), std::back_inserter(report_.warnings));
  }

  SoupSession* session_;
  host::Canvas& canvas_;
  Request request_;
  Route route_;
  JobEvents events_;
  Spool* spool_ = nullptr;
  Prepare prepare_;
  Later later_;
  std::int64_t started_ = 0;
  Prepared prepared_;
  Worker encoder_;
  std::vector<std::unique_ptr<Variation>> variations_;
  Report report_;
};

Job Job::edit(SoupSession* session, host::Canvas& canvas, Request request, Treatment treatment,
              Route route, JobEvents events) {
  Job job(std::make_unique<Impl>(session, canvas, std::move(request), std::move(route),
                                 std::move(events)));
  auto& impl = *job.impl_;
  impl.start([&impl, treatment = std::move(treatment)] {
    return prepare_edit(impl.canvas(), impl.request(), treatment, impl.route().model);
  });
  return job;
}

Job Job::generate(SoupSession* session, host::Canvas& canvas, Request request, Route route,
                  JobEvents events) {
  Job job(std::make_unique<Impl>(session, canvas, std::move(request), std::move(route),
                                 std::move(events)));
  auto& impl = *job.impl_;
  impl.start([&impl] { return prepare_generate(impl.canvas(), impl.request()); });
  return job;
}

void Job::keep_in(Spool& spool) {
  impl_->keep_in(spool);
}

Job::Job(std::unique_ptr<Impl> impl) noexcept : impl_(std::move(impl)) {}
Job::Job(Job&&) noexcept = default;
Job& Job::operator=(Job&&) noexcept = default;
Job::~Job() = default;

}  // namespace wordbrush::edit
