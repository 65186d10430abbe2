// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "net/session.h"
#include "protocol/dialect.h"

namespace wordbrush::edit {

/// A question that costs nothing and has a short answer: a GET of at most 16 MiB and
/// one minute. Destroying it closes the connection, and nothing is called after that.
class [[nodiscard]] SmallQuery {
 public:
  /// The body of a 2xx answer; any other is the failure that its body tells, in words
  /// that never hold the key nor another secret of the headers.
  using OnEnd = std::function<void(Result<std::string>)>;

  /// `call` is a GET; `key` is the one that its headers carry. Calls back once, from
  /// the main loop, never before the maker has the query.
  SmallQuery(SoupSession* session, protocol::HttpCall call, std::string key, OnEnd on_end);
  SmallQuery(SmallQuery&&) noexcept;
  SmallQuery& operator=(SmallQuery&&) noexcept;
  ~SmallQuery();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wordbrush::edit
