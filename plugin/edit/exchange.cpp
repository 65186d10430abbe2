// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/exchange.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/later.h"
#include "net/http_stream.h"
#include "protocol/dialect.h"
#include "protocol/http_failure.h"
#include "protocol/reply_reader.h"
#include "protocol/words.h"

namespace wordbrush::edit {

namespace {

net::HttpRequest to_http(const Route& route, const protocol::PictureRequest& asked) {
  auto call = route.endpoint.dialect->ask(asked, route.endpoint, route.key);
  net::HttpRequest request{
      .url = std::move(call.url), .headers = std::move(call.headers), .body = std::move(call.body)};
  request.headers.emplace_back("Accept", "text/event-stream, application/json");
  return request;
}

/// The same events, told without the key and other secrets: a service may repeat them in
/// any words.
ExchangeEvents hiding(const Route& route, ExchangeEvents events) {
  const auto hide = [key = route.key, headers = route.endpoint.extra_headers](std::string words) {
    return protocol::without_secrets(protocol::without_key(std::move(words), key), headers);
  };
  if (events.on_words)
    events.on_words = [hide, tell = std::move(events.on_words)](std::string_view words) {
      tell(hide(std::string(words)));
    };
  events.on_end = [hide, tell = std::move(events.on_end)](Result<protocol::Reply> reply) {
    auto& text = reply ? reply->text : reply.error().detail;
    text = hide(std::move(text));
    tell(std::move(reply));
  };
  return events;
}

}  // namespace

class Exchange::Impl {
 public:
  Impl(SoupSession* session, const Route& route, protocol::PictureRequest request,
       ExchangeEvents events)
      : session_(session), route_(route), request_(std::move(request)), events_(std::move(events)) {
    send();
  }

  const ExchangeProgress& progress() const { return progress_; }
  const RetryPolicy& retries() const { return retry_; }

 private:
  void send() {
    net::HttpRequest call = to_http(route_, request_);
    progress_ = {.tries = progress_.tries + 1,
                 .bytes_to_send = call.body.size(),
                 .started = g_get_monotonic_time()};
    reader_ = {};
    words_.clear();
    auto stream = net::HttpStream::start(
        session_, std::move(call), {},
        {.on_sent = [this](std::uint64_t sent, std::uint64_t) { take_sent(sent); },
         .on_bytes = [this](std::string_view bytes) { take_bytes(bytes); },
         .on_end = [this](Result<net::HttpAnswer> outcome) { take_end(std::move(outcome)); }});
    if (stream)
      stream_.emplace(std::move(*stream));
    else
      fail_later(std::move(stream.error()));
  }

  void take_sent(std::uint64_t sent) {
    progress_.bytes_sent = sent;
    if (sent >= progress_.bytes_to_send) progress_.sent = g_get_monotonic_time();
    tell_progress();
  }

  void take_bytes(std::string_view bytes) {
    if (progress_.first_answer == 0) progress_.first_answer = g_get_monotonic_time();
    progress_.bytes_received += bytes.size();
    if (auto fed = reader_.feed(bytes); !fed) {
      // Past a limit: what else may come is not wanted.
      fail_later(std::move(fed.error()));
      stream_.reset();
      return;
    }
    tell_words();
    tell_progress();
  }

  void tell_progress() {
    if (events_.on_progress) events_.on_progress(progress_);
  }

  void tell_words() {
    if (!events_.on_words) return;
    auto words = reader_.text_so_far();
    if (words == words_) return;
    words_ = std::move(words);
    events_.on_words(words_);
  }

  void take_end(Result<net::HttpAnswer> outcome) {
    progress_.ended = g_get_monotonic_time();
    progress_.is_near = outcome && outcome->is_near;
    if (!outcome || net::is_success(outcome->status)) return end(to_reply(outcome));
    auto error = protocol::read_http_failure(outcome->status, outcome->error_body);
    error.retry_after = RetryPolicy::asked_wait(*outcome);
    auto again = retry_.next(request_, *outcome, error);
    if (!again) return end(fail(std::move(error)));
    request_ = std::move(again->request);
    constexpr std::int64_t us_per_ms = 1000;
    progress_.retry_at = progress_.ended + again->wait.count() * us_per_ms;
    // Never within the event of the stream that ends by this.
    later_ = Later([this] { count_down(); });
  }

  /// Sends when it is time, and until then says once a second how long that is.
  void count_down() {
    constexpr std::int64_t us_per_ms = 1000;
    constexpr std::chrono::milliseconds step(1000);
    const std::int64_t rest = progress_.retry_at - g_get_monotonic_time();
    if (rest <= 0) return send();
    const std::chrono::milliseconds wait((rest + us_per_ms - 1) / us_per_ms);
    later_ = Later(std::min(wait, step), [this] { count_down(); });
    tell_progress();
  }

  Result<protocol::Reply> to_reply(const Result<net::HttpAnswer>& outcome) {
    auto reply = reader_.finish();
    progress_.usage = reader_.usage();
    // A connection that was lost after the whole picture came has still paid for it.
    if (!outcome && !reply) return fail(outcome.error());
    return reply;
  }

  void end(Result<protocol::Reply> reply) {
    events_.on_end(std::move(reply));  // may end the life of *this
  }

  /// Ends with `error` once the caller holds this object.
  void fail_later(Error error) {
    later_ = Later([this, error = std::move(error)] {
      progress_.ended = g_get_monotonic_time();
      end(fail(error));
    });
  }

  SoupSession* session_;
  const Route route_;
  protocol::PictureRequest request_;
  ExchangeEvents events_;
  ExchangeProgress progress_;
  RetryPolicy retry_;
  protocol::ReplyReader reader_;
  std::string words_;
  std::optional<net::HttpStream> stream_;
  Later later_;
};

Exchange::Exchange(SoupSession* session, const Route& route,
                   const protocol::PictureRequest& request, ExchangeEvents events)
    : impl_(std::make_unique<Impl>(session, route, request, hiding(route, std::move(events)))) {}
Exchange::Exchange(Exchange&&) noexcept = default;
Exchange& Exchange::operator=(Exchange&&) noexcept = default;
Exchange::~Exchange() = default;

const ExchangeProgress& Exchange::progress() const {
  return impl_->progress();
}

const RetryPolicy& Exchange::retries() const {
  return impl_->retries();
}

}  // namespace wordbrush::edit
