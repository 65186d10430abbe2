// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/exchange.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/later.h"
#include "net/http_stream.h"
#include "protocol/chat_request.h"
#include "protocol/http_failure.h"
#include "protocol/reply_reader.h"
#include "protocol/words.h"

namespace wordbrush::edit {

namespace {

net::HttpRequest to_http(const Route& route, RequestBody body) {
  net::HttpRequest request{.url = route.endpoint.chat_url, .body = std::move(body)};
  request.headers = {{"Accept", "text/event-stream, application/json"}};
  if (!route.key.empty()) request.headers.emplace_back("Authorization", "Bearer " + route.key);
  return request;
}

bool is_success(int status) {
  return status >= 200 && status < 300;
}

/// The same events, told without the key: a service may repeat it in any words.
ExchangeEvents hiding(std::string key, ExchangeEvents events) {
  if (events.on_words)
    events.on_words = [key, tell = std::move(events.on_words)](std::string_view words) {
      tell(protocol::without_key(std::string(words), key));
    };
  events.on_end = [key, tell = std::move(events.on_end)](Result<protocol::Reply> reply) {
    auto& text = reply ? reply->text : reply.error().detail;
    text = protocol::without_key(std::move(text), key);
    tell(std::move(reply));
  };
  return events;
}

}  // namespace

class Exchange::Impl {
 public:
  Impl(SoupSession* session, const Route& route, const protocol::PictureRequest& request,
       ExchangeEvents events)
      : events_(std::move(events)) {
    RequestBody body = protocol::make_chat_body(request);
    progress_.bytes_to_send = body.size();
    progress_.started = g_get_monotonic_time();
    auto stream = net::HttpStream::start(
        session, to_http(route, std::move(body)), {},
        {.on_sent = [this](std::uint64_t sent, std::uint64_t) { take_sent(sent); },
         .on_bytes = [this](std::string_view bytes) { take_bytes(bytes); },
         .on_end = [this](Result<net::HttpAnswer> outcome) { end(std::move(outcome)); }});
    if (stream)
      stream_.emplace(std::move(*stream));
    else
      fail_later(std::move(stream.error()));
  }

  const ExchangeProgress& progress() const { return progress_; }

 private:
  void take_sent(std::uint64_t sent) {
    progress_.bytes_sent = sent;
    if (sent >= progress_.bytes_to_send) progress_.sent = g_get_monotonic_time();
    if (events_.on_progress) events_.on_progress(progress_);
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
    if (events_.on_progress) events_.on_progress(progress_);
  }

  void tell_words() {
    if (!events_.on_words) return;
    auto words = reader_.text_so_far();
    if (words == words_) return;
    words_ = std::move(words);
    events_.on_words(words_);
  }

  void end(Result<net::HttpAnswer> outcome) {
    progress_.ended = g_get_monotonic_time();
    events_.on_end(to_reply(std::move(outcome)));  // may end the life of *this
  }

  Result<protocol::Reply> to_reply(Result<net::HttpAnswer> outcome) {
    if (outcome && !is_success(outcome->status))
      return fail(protocol::read_http_failure(outcome->status, outcome->error_body));
    auto reply = reader_.finish();
    // A connection that was lost after the whole picture came has still paid for it.
    if (!outcome && !reply) return fail(std::move(outcome.error()));
    return reply;
  }

  /// Ends with `error` once the caller holds this object.
  void fail_later(Error error) {
    later_ = Later([this, error = std::move(error)] {
      progress_.ended = g_get_monotonic_time();
      events_.on_end(fail(error));
    });
  }

  ExchangeEvents events_;
  ExchangeProgress progress_;
  protocol::ReplyReader reader_;
  std::string words_;
  std::optional<net::HttpStream> stream_;
  Later later_;
};

Exchange::Exchange(SoupSession* session, const Route& route,
                   const protocol::PictureRequest& request, ExchangeEvents events)
    : impl_(std::make_unique<Impl>(session, route, request, hiding(route.key, std::move(events)))) {
}
Exchange::Exchange(Exchange&&) noexcept = default;
Exchange& Exchange::operator=(Exchange&&) noexcept = default;
Exchange::~Exchange() = default;

const ExchangeProgress& Exchange::progress() const {
  return impl_->progress();
}

}  // namespace wordbrush::edit
