// SPDX-License-Identifier: GPL-3.0-or-later
#include "edit/picture_fetch.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/glib_ptr.h"
#include "base/later.h"
#include "net/address_rules.h"
#include "protocol/body_kind.h"
#include "protocol/dialect.h"
#include "protocol/limits.h"
#include "protocol/words.h"

namespace wordbrush::edit {

namespace {

constexpr int max_redirects = 5;
// Signed addresses have some hundred characters and are of no use without one of them.
constexpr std::size_t max_shown_characters = 1500;

// What is said of a failure, and the address: nobody is asked to open one that was
// refused.
constexpr const char* may_be_opened =
    N_("%s You can try its address in a browser; it may be good for minutes only: %s");
constexpr const char* refused = N_("%s The answer names this address: %s");

bool is_redirect(int status) {
  return status >= 301 && status <= 308 && status != 304 && status != 305 && status != 306;
}

bool is_server_failure(int status) {
  return status >= 500;
}

/// Why `body` is no picture by its first look; null where it may be one.
const char* fault_of(const Bytes& body) {
  constexpr std::size_t head_bytes = 512;
  const std::string_view start(reinterpret_cast<const char*>(body.data()),
                               std::min(body.size(), head_bytes));
  switch (protocol::kind_of_body(start)) {
    case protocol::BodyKind::Nothing:
      return _("There is nothing at its address.");
    case protocol::BodyKind::Html:
      return start.contains("<svg") ? nullptr : _("There is a web page at its address.");
    case protocol::BodyKind::Json:
      return _("There is text at its address.");
    default:
      return nullptr;
  }
}

}  // namespace

class PictureFetch::Impl {
 public:
  Impl(SoupSession* session, AnswerSource source, std::string address, OnEnd on_end,
       FetchLimits limits)
      : session_(session),
        source_(std::move(source)),
        address_(std::move(address)),
        on_end_(std::move(on_end)),
        limits_(limits) {
    go({.url = source_.endpoint.origin + "/", .is_near = source_.is_near}, address_);
  }

  std::uint64_t bytes_received() const { return bytes_received_; }

 private:
  void go(const net::AddressSource& from, std::string_view address) {
    auto url = net::follow(from, address);
    if (!url) return end_later(std::move(url.error().detail), refused);
    url_ = std::move(*url);
    request();
  }

  void request() {
    const std::chrono::microseconds spent(g_get_monotonic_time() - started_);
    net::HttpLimits time = limits_.time;
    time.total -=
        std::min(std::chrono::duration_cast<std::chrono::milliseconds>(spent), time.total);
    body_.clear();
    auto stream = net::HttpStream::start(
        session_, to_http(), time,
        {.on_bytes = [this](std::string_view bytes) { take(bytes); },
         .on_end = [this](Result<net::HttpAnswer> outcome) { settle(std::move(outcome)); }});
    if (!stream) return end_later(std::move(stream.error().detail));
    stream_.emplace(std::move(*stream));
  }

  net::HttpRequest to_http() const {
    net::HttpRequest request{.method = "GET", .url = url_, .only_public = !source_.is_near};
    request.headers = {{"Accept", "image/png, image/jpeg, image/webp, */*;q=0.1"}};
    if (net::have_same_origin(url_, source_.endpoint.origin))
      std::ranges::move(source_.endpoint.dialect->key_headers(source_.endpoint, source_.key),
                        std::back_inserter(request.headers));
    return request;
  }

  void take(std::string_view bytes) {
    bytes_received_ += bytes.size();
    if (body_.size() + bytes.size() > protocol::max_picture_bytes) {
      stream_.reset();
      return end_later(_("It is larger than any picture."));
    }
    body_.insert(body_.end(), bytes.begin(), bytes.end());
  }

  void settle(Result<net::HttpAnswer> outcome) {
    const bool may_repeat =
        outcome ? is_server_failure(outcome->status) : outcome.error().kind == ErrorKind::Network;
    if (may_repeat && !std::exchange(has_repeated_, true)) {
      later_ = Later(limits_.before_repeat, [this] { request(); });
      return;
    }
    if (!outcome) {
      const bool was_refused = outcome.error().kind == ErrorKind::Download;
      return end(outcome.error().detail, was_refused ? refused : may_be_opened);
    }
    if (is_redirect(outcome->status) && !outcome->location.empty()) return redirect(*outcome);
    if (!net::is_success(outcome->status)) {
      const GCharPtr reason(
          g_strdup_printf(_("The server answers with the error %d."), outcome->status));
      return end(reason.get());
    }
    if (const char* const fault = fault_of(body_)) return end(fault);
    on_end_(std::make_shared<const Bytes>(std::move(body_)));  // may end the life of *this
  }

  void redirect(const net::HttpAnswer& answer) {
    if (++redirects_ > max_redirects) return end(_("Its address leads on and on to others."));
    go({.url = url_, .is_near = source_.is_near, .is_redirect = true}, answer.location);
  }

  void end(const std::string& reason, const char* format = may_be_opened) {
    const std::string shown = protocol::shortened(address_for_user(), max_shown_characters);
    const GCharPtr detail(g_strdup_printf(_(format), reason.c_str(), shown.c_str()));
    on_end_(fail(ErrorKind::Download, detail.get()));  // may end the life of *this
  }

  /// As a browser takes it, without the key in case the service put it in.
  std::string address_for_user() const {
    const bool is_path = address_.starts_with('/') && !address_.starts_with("//");
    return protocol::without_key(is_path ? source_.endpoint.origin + address_ : address_,
                                 source_.key);
  }

  /// Ends once the caller holds this object.
  void end_later(std::string reason, const char* format = may_be_opened) {
    later_ = Later([this, reason = std::move(reason), format] { end(reason, format); });
  }

  SoupSession* session_;
  const AnswerSource source_;
  const std::string address_;  // as the answer has it
  const OnEnd on_end_;
  const FetchLimits limits_;
  const std::int64_t started_ = g_get_monotonic_time();
  std::string url_;  // where the fetch is now
  Bytes body_;
  std::uint64_t bytes_received_ = 0;
  int redirects_ = 0;
  bool has_repeated_ = false;
  std::optional<net::HttpStream> stream_;
  Later later_;
};

PictureFetch::PictureFetch(SoupSession* session, AnswerSource source, std::string address,
                           OnEnd on_end, FetchLimits limits)
    : impl_(std::make_unique<Impl>(session, std::move(source), std::move(address),
                                   std::move(on_end), limits)) {}
PictureFetch::PictureFetch(PictureFetch&&) noexcept = default;
PictureFetch& PictureFetch::operator=(PictureFetch&&) noexcept = default;
PictureFetch::~PictureFetch() = default;

std::uint64_t PictureFetch::bytes_received() const {
  return impl_->bytes_received();
}

}  // namespace wordbrush::edit
