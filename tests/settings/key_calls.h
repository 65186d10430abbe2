// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "settings/key_store.h"
#include "support/main_loop.h"

namespace wordbrush::test {

/// The calls of a KeyStore, each waited for.
inline Result<settings::StoredKey> lookup(settings::KeyStore& store, const std::string& name,
                                          const std::string& host,
                                          settings::Unlock unlock = settings::Unlock::IfNeeded) {
  std::optional<Result<settings::StoredKey>> answer;
  store.lookup(name, host, unlock, [&answer](auto found) { answer = std::move(found); });
  EXPECT_FALSE(answer) << "the answer comes from the main loop";
  EXPECT_TRUE(run_until([&answer] { return answer.has_value(); }, std::chrono::seconds(20)));
  return answer.value_or(fail(ErrorKind::Timeout, ""));
}

inline Result<settings::KeyPlace> save(settings::KeyStore& store, const std::string& name,
                                       const std::string& host, const std::string& key) {
  std::optional<Result<settings::KeyPlace>> answer;
  store.save(name, host, key, [&answer](auto saved) { answer = std::move(saved); });
  EXPECT_FALSE(answer) << "the answer comes from the main loop";
  EXPECT_TRUE(run_until([&answer] { return answer.has_value(); }, std::chrono::seconds(20)));
  return answer.value_or(fail(ErrorKind::Timeout, ""));
}

inline Result<void> remove(settings::KeyStore& store, const std::string& name,
                           const std::string& host) {
  std::optional<Result<void>> answer;
  store.remove(name, host, [&answer](auto removed) { answer = std::move(removed); });
  EXPECT_FALSE(answer) << "the answer comes from the main loop";
  EXPECT_TRUE(run_until([&answer] { return answer.has_value(); }, std::chrono::seconds(20)));
  return answer.value_or(fail(ErrorKind::Timeout, ""));
}

}  // namespace wordbrush::test
