// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/request_body.h"
#include "base/result.h"

namespace wordbrush::net {

struct HttpRequest {
  std::string method = "POST";  ///< "POST" or "GET"
  std::string url;              ///< http or https
  std::vector<std::pair<std::string, std::string>> headers;
  RequestBody body;  ///< empty for GET
  /// Connects to no address that is_near (address_rules.h), whatever the name turns
  /// out to be: looked at before each connection, on the very address it is made to.
  bool only_public = false;
};

struct HttpLimits {
  std::chrono::milliseconds connect{30'000};  ///< until the connection stands
  std::chrono::milliseconds idle{300'000};    ///< without a byte in either direction
  std::chrono::milliseconds total{900'000};   ///< from start to end
};

/// Whether an HTTP status is one of success.
constexpr bool is_success(int status) {
  return status >= 200 && status < 300;
}

/// An answer that is whole, whatever its status.
struct HttpAnswer {
  int status = 0;  ///< 200 ... 599
  std::string content_type;
  /// What the headers ask to wait before another try.
  std::optional<std::chrono::milliseconds> retry_after;
  std::string location;    ///< the header as sent; may be empty
  bool is_near = false;    ///< the server is on this computer or in a private network
  std::string error_body;  ///< the first 64 KiB of the body when the status is not 2xx
};

struct HttpStreamEvents {
  /// Bytes of the body that are on the wire, of all; may be null.
  std::function<void(std::uint64_t sent, std::uint64_t total)> on_sent;

  /// The next bytes of a 2xx answer, cut anywhere; valid during the call.
  std::function<void(std::string_view bytes)> on_bytes;

  /// Called once, last. An error (Network, Timeout; Download where only_public was
  /// broken) means that no whole answer came; its detail is a sentence for the user.
  std::function<void(Result<HttpAnswer> outcome)> on_end;
};

/// An HTTP request whose answer is read while it arrives.
///
/// Holding it is the right to hear from it: destroying it closes the connection,
/// and nothing is called after that. Its events come from the main loop of the
/// thread that started it, and may destroy it. Redirects are not followed: they
/// end as their status.
class [[nodiscard]] HttpStream {
 public:
  /// `session` is made by make_session and used on this thread only. Fails with
  /// ErrorKind::Input when `request.url` is no http or https URL, the method is
  /// neither of the two, or a header cannot be sent: a line break in it would be
  /// a header of its own.
  static Result<HttpStream> start(SoupSession* session, HttpRequest request, HttpLimits limits,
                                  HttpStreamEvents events);

  HttpStream(HttpStream&&) noexcept;
  HttpStream& operator=(HttpStream) noexcept;
  ~HttpStream();

 private:
  struct Call;
  explicit HttpStream(std::shared_ptr<Call> call) noexcept;

  std::shared_ptr<Call> call_;
};

}  // namespace wordbrush::net
