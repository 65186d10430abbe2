// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/bytes.h"
#include "base/result.h"
#include "net/http_stream.h"
#include "net/session.h"
#include "protocol/endpoint.h"

namespace wordbrush::edit {

/// The service whose answer names an address, and so what the address may be.
struct AnswerSource {
  protocol::Endpoint endpoint;
  std::string key;       ///< sent to this endpoint's origin and nowhere else; may be empty
  bool is_near = false;  ///< on this computer or in a private network
};

struct FetchLimits {
  /// Of the whole way: with all redirects and the one repeat.
  net::HttpLimits time{.connect = std::chrono::seconds(15),
                       .idle = std::chrono::seconds(30),
                       .total = std::chrono::seconds(120)};
  std::chrono::milliseconds before_repeat{1000};
};

/// Fetches a picture of an answer from its address (protocol.md, 2.4). Destroying it
/// closes the connection, and nothing is called after that.
///
/// Goes where net::follow lets it, through up to five redirects, each looked at anew.
/// A lost connection and a failing server (5xx) get one more try. What comes is at
/// most protocol::max_picture_bytes; whether it is a picture, the decoder tells, but
/// a web page is told from one here.
class [[nodiscard]] PictureFetch {
 public:
  /// Called once, from the main loop, never before the maker has the fetch. Fails
  /// with ErrorKind::Download; the detail ends in the address, for the user to open.
  using OnEnd = std::function<void(Result<SharedBytes>)>;

  PictureFetch(SoupSession* session, AnswerSource source, std::string address, OnEnd on_end,
               FetchLimits limits = {});
  PictureFetch(PictureFetch&&) noexcept;
  PictureFetch& operator=(PictureFetch&&) noexcept;
  ~PictureFetch();

  std::uint64_t bytes_received() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::edit
