// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mention_model.h"

#include <glib.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "ui/folded_text.h"

namespace wordbrush::ui {

namespace {

/// Longer than any name that somebody types.
constexpr std::size_t max_query_bytes = 256;

/// In an address such as a@b.org the @ calls nothing. Scripts that write without
/// spaces have letters before an @ that does.
bool is_in_address(std::string_view before_at) {
  if (before_at.empty()) return false;
  const char last = before_at.back();
  return g_ascii_isalnum(last) || last == '_' || last == '.' || last == '-' || last == '+';
}

/// How well a label fits: at its start, at a word's start, inside, not at all.
enum class Fit : std::size_t { Start, Word, Inside, None };

Fit fit_of(std::string_view label, std::string_view query) {
  auto at = label.find(query);
  if (at == 0) return Fit::Start;
  if (at == std::string_view::npos) return Fit::None;
  for (; at != std::string_view::npos; at = label.find(query, at + 1))
    if (!g_ascii_isalnum(label[at - 1]) && static_cast<unsigned char>(label[at - 1]) < 0x80)
      return Fit::Word;
  return Fit::Inside;
}

}  // namespace

std::optional<std::size_t> MentionModel::find_call(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || is_in_address(text.substr(0, at))) return std::nullopt;
  const auto query = text.substr(at + 1);
  if (query.size() > max_query_bytes || query.contains('\n') || query.starts_with(' '))
    return std::nullopt;
  return at;
}

void MentionModel::set_mentions(std::vector<Mention> mentions) {
  mentions_ = std::move(mentions);
  folded_.clear();
  for (const auto& mention : mentions_) folded_.push_back(folded(mention.label));
  matches_.clear();
}

void MentionModel::set_icon(std::size_t mention, std::shared_ptr<const pixels::Bitmap> icon) {
  mentions_[mention].icon = std::move(icon);
  mentions_[mention].load_icon = nullptr;
}

bool MentionModel::offer_nothing() {
  matches_.clear();
  return false;
}

bool MentionModel::look_at(std::string_view before_cursor) {
  const auto at = find_call(before_cursor);
  if (!at) {
    // An @ that is typed anew at that place is another one.
    if (dismissed_ && before_cursor.size() <= *dismissed_) dismissed_.reset();
    return offer_nothing();
  }
  if (dismissed_ == *at) return offer_nothing();
  dismissed_.reset();
  at_ = *at;
  replaced_length_ = static_cast<int>(
      g_utf8_strlen(before_cursor.data() + *at, gssize(before_cursor.size() - *at)));

  const auto query = folded(before_cursor.substr(*at + 1));
  std::array<std::vector<std::size_t>, std::size_t(Fit::None) + 1> by_fit;
  for (std::size_t i = 0; i < folded_.size(); ++i)
    by_fit[std::size_t(fit_of(folded_[i], query))].push_back(i);
  matches_.clear();
  for (const auto fit : {Fit::Start, Fit::Word, Fit::Inside})
    std::ranges::copy(by_fit[std::size_t(fit)], std::back_inserter(matches_));
  std::ranges::stable_sort(matches_, {},
                           [this](std::size_t match) { return mentions_[match].rank; });
  picked_ = 0;
  return !matches_.empty();
}

void MentionModel::pick(std::size_t match) {
  if (!matches_.empty()) picked_ = std::min(match, matches_.size() - 1);
}

void MentionModel::pick_next() {
  pick(picked_ + 1);
}

void MentionModel::pick_previous() {
  if (picked_ > 0) --picked_;
}

void MentionModel::dismiss() {
  dismissed_ = at_;
  matches_.clear();
}

}  // namespace wordbrush::ui
