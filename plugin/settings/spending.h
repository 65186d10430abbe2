// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace wordbrush::settings {

/// What a month has cost so far. Amounts in USD, exact to a millionth.
struct MonthSpent {
  double usd = 0;
  int requests = 0;
  int unknown = 0;  ///< requests of these of which nobody knows what they cost

  friend bool operator==(const MonthSpent&, const MonthSpent&) = default;
};

/// What was spent, by calendar month of this computer's clock, and the cap that the user
/// set: spending.ini in the plug-in's own folder, mode 0600, written whole. Several
/// processes may use it at once, each with its own object.
///
/// A damaged file is never written over: each call then fails with ErrorKind::Settings,
/// so that a cap that cannot be read stops what it was to stop.
class Spending {
 public:
  /// "2026-11"
  using Month = std::function<std::string()>;

  explicit Spending(const std::filesystem::path& folder, Month month = this_month);

  /// Whether requests that are expected to cost `estimate_usd` more may be sent. Called
  /// before they are, with the estimates of what is still under way added. Fails with
  /// ErrorKind::CapReached, in words for the user, where this would go past the cap; without
  /// an estimate, where the cap is reached already.
  Result<void> check(std::optional<double> estimate_usd) const;

  /// Writes down an answer: `cost_usd` as the service told it, else the estimate.
  Result<void> add(std::optional<double> cost_usd, std::optional<double> estimate_usd);

  Result<MonthSpent> spent() const;

  /// In USD a month; none unless the user set one.
  Result<std::optional<double>> cap() const;
  /// Fails with ErrorKind::Input where it is not from 0 to max_cap_usd.
  Result<void> set_cap(std::optional<double> cap_usd);

  static constexpr double max_cap_usd = 1'000'000;

 private:
  static std::string this_month();

  std::filesystem::path file_;
  Month month_;
};

}  // namespace wordbrush::settings
