// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/spending.h"

#include <glib/gi18n.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/glib_ptr.h"
#include "settings/key_file.h"

namespace wordbrush::settings {

namespace {

// A group for each month: "month 2026-11".
constexpr const char* month_group = "month ";
constexpr const char* cap_group = "general";
constexpr const char* cap_key = "cap_micro_usd";
constexpr const char* usd_key = "micro_usd";
constexpr const char* requests_key = "requests";
constexpr const char* unknown_key = "unknown";
constexpr double micro_per_usd = 1e6;

using DateTimePtr = std::unique_ptr<GDateTime, FreeWith<g_date_time_unref>>;

std::int64_t to_micro(double usd) {
  return std::llround(usd * micro_per_usd);
}

double to_usd(std::int64_t micro) {
  return static_cast<double>(micro) / micro_per_usd;
}

/// Nothing where it is damaged; 0 where there is none.
std::optional<std::int64_t> number_in(GKeyFile* key_file, const std::string& group,
                                      const char* key) {
  if (!g_key_file_has_key(key_file, group.c_str(), key, nullptr)) return 0;
  GErrorPtr error;
  const std::int64_t number = g_key_file_get_int64(key_file, group.c_str(), key, out(error));
  if (error || number < 0) return std::nullopt;
  return number;
}

struct Ledger {
  std::string group;  ///< this month's
  std::int64_t micro_usd = 0;
  std::int64_t requests = 0;
  std::int64_t unknown = 0;
  std::optional<std::int64_t> cap;
};

/// `file` names it where it is damaged.
Result<Ledger> read_ledger(GKeyFile* source, const std::filesystem::path& file,
                           const std::string& month) {
  Ledger ledger{.group = month_group + month};
  const auto micro_usd = number_in(source, ledger.group, usd_key);
  const auto requests = number_in(source, ledger.group, requests_key);
  const auto unknown = number_in(source, ledger.group, unknown_key);
  const auto cap = number_in(source, cap_group, cap_key);
  constexpr std::int64_t most = std::numeric_limits<int>::max() - 1;
  if (!micro_usd || !requests || !unknown || !cap || *requests > most || *unknown > most)
    return fail_damaged(file);
  ledger.micro_usd = *micro_usd;
  ledger.requests = *requests;
  ledger.unknown = *unknown;
  if (g_key_file_has_key(source, cap_group, cap_key, nullptr)) ledger.cap = cap;
  return ledger;
}

Result<Ledger> load_ledger(const std::filesystem::path& file, const std::string& month) {
  const auto key_file = load_key_file(file);
  if (!key_file) return fail(key_file.error());
  return read_ledger(key_file->get(), file, month);
}

/// Nothing where no service would ask for so much or so little: it is then as good as
/// not told.
std::optional<double> sound(std::optional<double> usd) {
  const bool is_sound = usd && std::isfinite(*usd) && *usd >= 0 && *usd <= Spending::max_cap_usd;
  return is_sound ? usd : std::nullopt;
}

std::unexpected<Error> past_cap(const Ledger& ledger, std::optional<double> estimate_usd) {
  const double cap = to_usd(*ledger.cap);
  const double spent = to_usd(ledger.micro_usd);
  const GCharPtr detail(
      estimate_usd
          ? g_strdup_printf(
                _("This would cost about %.2f USD, and %.2f USD of the %.2f USD that you "
                  "allow for a month are spent. Nothing was sent."),
                *estimate_usd, spent, cap)
          : g_strdup_printf(_("%.2f USD of the %.2f USD that you allow for a month are spent. "
                              "Nothing was sent."),
                            spent, cap));
  return fail(ErrorKind::CapReached, detail.get());
}

}  // namespace

Spending::Spending(const std::filesystem::path& folder, Month month)
    : file_(folder / "spending.ini"), month_(std::move(month)) {}

std::string Spending::this_month() {
  const DateTimePtr now(g_date_time_new_now_local());
  const GCharPtr text(g_date_time_format(now.get(), "%Y-%m"));
  return text.get();
}

Result<void> Spending::check(std::optional<double> estimate_usd) const {
  const auto ledger = load_ledger(file_, month_());
  if (!ledger) return fail(ledger.error());
  if (!ledger->cap) return {};
  const auto estimate = sound(estimate_usd);
  // What is free, or of a price that nobody knows, goes as long as anything is left.
  const bool fits = estimate.value_or(0) > 0
                        ? ledger->micro_usd + to_micro(*estimate) <= *ledger->cap
                        : ledger->micro_usd < *ledger->cap || estimate.has_value();
  if (!fits) return past_cap(*ledger, estimate);
  return {};
}

Result<void> Spending::add(std::optional<double> cost_usd, std::optional<double> estimate_usd) {
  const auto cost = sound(cost_usd);
  const auto usd = cost ? cost : sound(estimate_usd);
  return update_key_file(file_, [&](GKeyFile* target) -> Result<void> {
    const auto ledger = read_ledger(target, file_, month_());
    if (!ledger) return fail(ledger.error());
    const auto set = [&](const char* key, std::int64_t number) {
      g_key_file_set_int64(target, ledger->group.c_str(), key, number);
    };
    set(usd_key, ledger->micro_usd + to_micro(usd.value_or(0)));
    set(requests_key, ledger->requests + 1);
    set(unknown_key, ledger->unknown + (usd ? 0 : 1));
    return {};
  });
}

Result<MonthSpent> Spending::spent() const {
  const auto ledger = load_ledger(file_, month_());
  if (!ledger) return fail(ledger.error());
  return MonthSpent{.usd = to_usd(ledger->micro_usd),
                    .requests = static_cast<int>(ledger->requests),
                    .unknown = static_cast<int>(ledger->unknown)};
}

Result<std::optional<double>> Spending::cap() const {
  const auto ledger = load_ledger(file_, month_());
  if (!ledger) return fail(ledger.error());
  return ledger->cap.transform(to_usd);
}

Result<void> Spending::set_cap(std::optional<double> cap_usd) {
  if (cap_usd && !sound(cap_usd))
    return fail(ErrorKind::Input, _("This is no amount that can be allowed for a month."));
  return update_key_file(file_, [&](GKeyFile* target) -> Result<void> {
    if (const auto ledger = read_ledger(target, file_, month_()); !ledger)
      return fail(ledger.error());
    if (cap_usd)
      g_key_file_set_int64(target, cap_group, cap_key, to_micro(*cap_usd));
    else
      g_key_file_remove_key(target, cap_group, cap_key, nullptr);
    return {};
  });
}

}  // namespace wordbrush::settings
