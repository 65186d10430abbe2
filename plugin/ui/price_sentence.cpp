// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/price_sentence.h"

#include <glib/gi18n.h>

#include <memory>
#include <string_view>

#include "base/glib_ptr.h"

namespace wordbrush::ui {

namespace {

/// Two digits, or as many as it takes to be more than nothing.
std::string amount(double usd) {
  constexpr double least_of_two_digits = 0.095;
  const GCharPtr text(g_strdup_printf(usd > 0 && usd < least_of_two_digits ? "%.3f" : "%.2f", usd));
  return text.get();
}

/// "0.04", or "0.01 to 0.17" where nobody knows how much work the model will do.
std::string range(const protocol::PriceEstimate& each, int pictures) {
  std::string most = amount(each.usd * pictures);
  if (!each.least_usd) return most;
  // Translators: the least and the most that something may cost, in USD
  const GCharPtr text(
      g_strdup_printf(_("%s to %s"), amount(*each.least_usd * pictures).c_str(), most.c_str()));
  return text.get();
}

/// "November 2026" for "2026-11", in the user's language.
std::string month_name(std::string_view date) {
  const std::string first_day = std::string(date) + "-01T00:00:00Z";
  const DateTimePtr day(g_date_time_new_from_iso8601(first_day.c_str(), nullptr));
  // Translators: a month, as in "known price of November 2026" (g_date_time_format)
  const GCharPtr text(g_date_time_format(day.get(), _("%B %Y")));
  return text.get();
}

}  // namespace

std::string price_sentence(const protocol::PriceEstimate& each, int pictures) {
  const std::string usd = range(each, pictures);
  if (each.source == protocol::PriceSource::ServiceList) {
    const GCharPtr text(g_strdup_printf(
        ngettext("About %s USD for %d picture (from the service's list)",
                 "About %s USD for %d pictures (from the service's list)", pictures),
        usd.c_str(), pictures));
    return text.get();
  }
  const GCharPtr text(g_strdup_printf(
      ngettext("About %s USD for %d picture (known price of %s; the service may ask another)",
               "About %s USD for %d pictures (known price of %s; the service may ask another)",
               pictures),
      usd.c_str(), pictures, month_name(protocol::known_prices_date).c_str()));
  return text.get();
}

}  // namespace wordbrush::ui
