// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/finish_reason.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <string>

namespace wordbrush::protocol {

namespace {

struct ReasonRow {
  std::string_view name;  ///< lower case, letters only
  FinishClass meaning;
};

constexpr std::array<ReasonRow, 23> reason_rows = {{
    {"length", FinishClass::Length},
    {"maxtokens", FinishClass::Length},
    {"contentfilter", FinishClass::Safety},
    {"safety", FinishClass::Safety},
    {"imagesafety", FinishClass::Safety},
    {"prohibitedcontent", FinishClass::Safety},
    {"imageprohibitedcontent", FinishClass::Safety},
    {"blocklist", FinishClass::Safety},
    {"spii", FinishClass::Safety},
    {"recitation", FinishClass::Safety},
    {"imagerecitation", FinishClass::Safety},
    {"refusal", FinishClass::Safety},
    {"modelarmor", FinishClass::Safety},
    {"jailbreak", FinishClass::Safety},
    {"noimage", FinishClass::NoImage},
    {"imageother", FinishClass::NoImage},
    {"other", FinishClass::NoImage},
    {"language", FinishClass::NoImage},
    {"malformedfunctioncall", FinishClass::NoImage},
    {"unexpectedtoolcall", FinishClass::NoImage},
    {"toolcalls", FinishClass::NoImage},
    {"functioncall", FinishClass::NoImage},
    {"error", FinishClass::Failure},
}};

}  // namespace

FinishClass finish_class(std::string_view reason) {
  reason.remove_prefix(reason.find_last_of(".:") + 1);
  std::string name;
  for (const char character : reason)
    if (g_ascii_isalpha(character)) name.push_back(g_ascii_tolower(character));
  if (name.starts_with("finishreason")) name.erase(0, std::string_view("finishreason").size());
  const auto* const row = std::ranges::find(reason_rows, name, &ReasonRow::name);
  return row == reason_rows.end() ? FinishClass::Normal : row->meaning;
}

}  // namespace wordbrush::protocol
