// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/job.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/later.h"
#include "base/worker.h"
#include "edit/delivery.h"
#include "edit/exchange.h"
#include "edit/fit_words.h"
#include "edit/keep.h"
#include "edit/key_exposure.h"
#include "edit/landing.h"
#include "edit/layer_name.h"
#include "edit/prepared.h"
#include "edit/prompt.h"
#include "edit/sentence.h"
#include "edit/upload.h"
#include "protocol/dialect.h"
#include "protocol/picture_request.h"

namespace wordbrush::edit {

namespace {

using Prepare = std::move_only_function<Result<Prepared>()>;

double milliseconds(std::int64_t from, std::int64_t to) {
  constexpr double per_millisecond = 1000;
  return from == 0 || to < from ? 0 : static_cast<double>(to - from) / per_millisecond;
}

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

/// An answer that was kept on the disk before anything was done with it.
struct Arrived {
  Kept kept;
  Landed landed;
};

/// An answer on its way to becoming a layer.
struct Answer {
  std::optional<Exchange> exchange;
  std::optional<Delivery> delivery;
  Worker worker;
  Kept kept;
  std::optional<Fitted> fitted;
  std::optional<Error> error;
  std::string text;
  AnswerReport report;
  std::int64_t decoded_in = 0;  // microseconds
  std::int64_t fitted_in = 0;

  bool ended() const { return fitted || error; }
};

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
    answers_.resize(static_cast<std::size_t>(request_.variations));
    for (std::size_t i = 0; i < answers_.size(); ++i) {
      answers_[i].exchange.emplace(
          session_, route_, asked,
          ExchangeEvents{
              .on_progress = [this](const ExchangeProgress&) { tell_transfer(); },
              .on_words =
                  [this, i](std::string_view words) {
                    if (i == 0 && events_.on_words) events_.on_words(words);
                  },
              .on_end = [this, i](Result<protocol::Reply> reply) { take(i, std::move(reply)); }});
    }
    tell(Stage::Sending, 0);
  }

  /// The stage of the request that is least far.
  void tell_transfer() {
    std::uint64_t sent = 0;
    std::uint64_t to_send = 0;
    bool waiting = false;
    std::int64_t retry_at = 0;
    for (const Answer& answer : answers_) {
      if (!answer.exchange) continue;
      const ExchangeProgress& progress = answer.exchange->progress();
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

  void take(std::size_t index, Result<protocol::Reply> reply) {
    Answer& answer = answers_[index];
    if (!reply) {
      answer.error = std::move(reply.error());
      return insert_when_all_ended();
    }
    answer.delivery.emplace(
        session_, route_, answer.exchange->progress().is_near, std::move(*reply),
        DeliveryEvents{
            .on_waiting = [this](std::optional<double> done) { tell(Stage::Waiting, done); },
            .on_fetching = [this] { tell(Stage::Receiving); },
            .on_end = [this, index](Result<Delivered> got) { fit(index, std::move(got)); }});
  }

  void fit(std::size_t index, Result<Delivered> got) {
    Answer& answer = answers_[index];
    if (!got) {
      answer.error = std::move(got.error());
      return insert_when_all_ended();
    }
    Keep keep = make_keep(spool_, prepared_, request_, route_, got->reply);
    answer.text = std::move(got->reply.text);
    answer.report.model = std::move(got->reply.model);
    answer.report.finish_reason = std::move(got->reply.finish_reason);
    answer.report.usage = got->reply.usage;
    answer.report.pictures = got->pictures;
    if (got->warning) report_.warnings.push_back(std::move(*got->warning));
    protocol::ReplyPicture picture = got->reply.pictures.back();
    answer.worker = run_on_worker<Arrived>(
        [picture = std::move(picture), fit = prepared_.fit, keep = std::move(keep)]() mutable {
          Kept kept = keep();
          return Arrived{std::move(kept), land(picture, fit)};
        },
        [this, index](Arrived arrived) {
          answers_[index].kept = std::move(arrived.kept);
          settle(answers_[index], std::move(arrived.landed));
        });
    tell(Stage::Fitting);
  }

  void settle(Answer& answer, Landed landed) {
    if (answer.kept.warning) report_.warnings.push_back(std::move(*answer.kept.warning));
    answer.report.width = landed.width;
    answer.report.height = landed.height;
    answer.decoded_in = landed.decoded_in;
    answer.fitted_in = landed.fitted_in;
    if (landed.fitted) {
      answer.fitted = std::move(*landed.fitted);
      answer.report.fit = answer.fitted->report;
    } else {
      answer.error = told(std::move(landed.fitted.error()), answer);
    }
    insert_when_all_ended();
  }

  /// An error after the answer was paid for.
  static Error told(Error error, const Answer& answer) {
    return answer.kept.hold ? with_kept(error) : std::move(error);
  }

  void insert_when_all_ended() {
    if (!std::ranges::all_of(answers_, &Answer::ended)) return;
    measure_exchanges();
    warn_of_refusals();
    const bool is_near = std::ranges::any_of(
        answers_, [](const Answer& answer) { return answer.exchange->progress().is_near; });
    if (auto warning = warning_of_exposed_key(route_, is_near))
      report_.warnings.push_back(std::move(*warning));
    std::vector<host::NewLayer> layers;
    Outcome outcome;
    for (Answer& answer : answers_) {
      if (answer.fitted) {
        layers.push_back({to_layer_name(request_.prompt), answer.fitted->place,
                          std::move(answer.fitted->pixels), std::move(answer.fitted->mask)});
        if (outcome.text.empty()) outcome.text = answer.text;
        for (const precision::Warning warning : answer.report.fit.warnings)
          report_.warnings.push_back(to_words(warning));
        report_.answers.push_back(std::move(answer.report));
      } else {
        report_.warnings.push_back({"variation_failed", to_sentence(*answer.error)});
      }
    }
    if (layers.empty()) return end(fail(std::move(*answers_.front().error)));
    insert(layers, std::move(outcome));
  }

  void insert(const std::vector<host::NewLayer>& layers, Outcome outcome) {
    tell(Stage::Inserting);
    const auto start = g_get_monotonic_time();
    give_size_to_source(layers.back());
    auto inserted = canvas_.insert(prepared_.source, layers, to_layer_name(request_.prompt));
    if (!inserted) return end(fail(told(std::move(inserted.error()), answers_.front())));
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

  /// What stands in an image needs no copy on the disk.
  void forget_kept() {
    for (Answer& answer : answers_)
      if (answer.fitted && answer.kept.hold) spool_->remove(std::move(*answer.kept.hold));
  }

  /// Where no image is open, the result says how large the new one is.
  void give_size_to_source(const host::NewLayer& layer) {
    host::Source& source = prepared_.source;
    if (source.canvas_width > 0) return;
    source.canvas_width = layer.place.right();
    source.canvas_height = layer.place.bottom();
  }

  bool any_retry(bool (RetryPolicy::*was)() const) const {
    return std::ranges::any_of(
        answers_, [&](const Answer& answer) { return (answer.exchange->retries().*was)(); });
  }

  void warn_of_refusals() {
    if (any_retry(&RetryPolicy::left_out_fields))
      report_.warnings.push_back(
          {"fields_left_out",
           _("The service does not take the size in fields of its own, so it was put in words. "
             "Change that in Filters > Wordbrush > Connections to save the second try.")});
    if (!any_retry(&RetryPolicy::changed_stream)) return;
    report_.warnings.push_back(
        {"stream_changed",
         route_.stream ? _("The service does not send answers piece by piece. Turn that off in "
                           "Filters > Wordbrush > Connections to save the second try.")
                       : _("The service sends answers piece by piece only. Turn that on in "
                           "Filters > Wordbrush > Connections to save the second try.")});
  }

  void measure_exchanges() {
    StageTimes& times = report_.times;
    for (const Answer& answer : answers_) {
      const ExchangeProgress& progress = answer.exchange->progress();
      report_.requests += progress.tries;
      report_.bytes_sent += progress.bytes_sent;
      report_.bytes_received += progress.bytes_received;
      if (answer.delivery) report_.bytes_received += answer.delivery->bytes_received();
      times.send = std::max(times.send, milliseconds(progress.started, progress.sent));
      times.wait = std::max(times.wait, milliseconds(progress.sent, progress.first_answer));
      times.receive = std::max(times.receive, milliseconds(progress.first_answer, progress.ended));
      times.decode = std::max(times.decode, milliseconds(1, 1 + answer.decoded_in));
      times.fit = std::max(times.fit, milliseconds(1, 1 + answer.fitted_in));
    }
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
  std::vector<Answer> answers_;
  Report report_;
};

Job Job::edit(SoupSession* session, host::Canvas& canvas, Request request, Treatment treatment,
              Route route, JobEvents events) {
  Job job(std::make_unique<Impl>(session, canvas, std::move(request), std::move(route),
                                 std::move(events)));
  auto& impl = *job.impl_;
  impl.start([&impl, treatment] {
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
