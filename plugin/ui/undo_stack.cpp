// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo_stack.h"

#include <glib.h>

#include <algorithm>
#include <ranges>
#include <utility>

namespace wordbrush::ui {

namespace {

constexpr std::size_t max_bytes = 8U << 20U;

int length(const std::string& text) {
  return static_cast<int>(g_utf8_strlen(text.data(), gssize(text.size())));
}

bool ends_in_space(const std::string& text) {
  const char* const last = g_utf8_prev_char(text.data() + text.size());
  return g_unichar_isspace(g_utf8_get_char(last)) != FALSE;
}

bool is_space(const std::string& text) {
  return g_unichar_isspace(g_utf8_get_char(text.data())) != FALSE;
}

/// One sign, typed.
bool is_typed(const TextChange& change) {
  return change.removed.empty() && length(change.inserted) == 1 && change.inserted != "\n";
}

/// One sign, deleted.
bool is_deleted(const TextChange& change) {
  return change.inserted.empty() && length(change.removed) == 1;
}

TextChange reversed(const TextChange& change) {
  return {.position = change.position, .removed = change.inserted, .inserted = change.removed};
}

std::size_t size_of(const TextChange& change) {
  return sizeof change + change.removed.size() + change.inserted.size();
}

}  // namespace

void UndoStack::begin() {
  if (depth_++ == 0) is_group_new_ = true;
}

void UndoStack::end() {
  if (--depth_ > 0) return;
  // GTK puts each key that is typed between the two as well: a lone sign stays open.
  if (is_group_new_ || done_.empty()) return;
  if (done_.back().changes.size() > 1) done_.back().is_closed = true;
}

/// Typing goes on at the end of a word, or deleting beside what was deleted.
bool UndoStack::continues_last(const TextChange& change) const {
  if (done_.empty() || done_.back().is_closed || done_.back().changes.size() != 1) return false;
  const auto& last = done_.back().changes.front();
  if (is_typed(change) && last.removed.empty())
    return last.inserted != "\n" && last.position + length(last.inserted) == change.position &&
           (is_space(change.inserted) || !ends_in_space(last.inserted));
  if (is_deleted(change) && last.inserted.empty())
    return change.position == last.position || change.position + 1 == last.position;
  return false;
}

void UndoStack::add(TextChange change) {
  if (change.removed.empty() && change.inserted.empty()) return;
  undone_.clear();
  bytes_ += size_of(change);
  const bool opens_step = depth_ == 0 || std::exchange(is_group_new_, false);
  if (!opens_step) {
    done_.back().changes.push_back(std::move(change));
  } else if (continues_last(change)) {
    auto& last = done_.back().changes.front();
    last.inserted += change.inserted;
    last.removed = change.position < last.position ? change.removed + last.removed
                                                   : last.removed + change.removed;
    last.position = std::min(last.position, change.position);
  } else {
    const bool is_closed = !is_typed(change) && !is_deleted(change);
    done_.push_back({.changes = {std::move(change)}, .is_closed = is_closed});
  }
  forget_oldest();
}

void UndoStack::forget_oldest() {
  while (bytes_ > max_bytes && done_.size() > 1) {
    for (const auto& change : done_.front().changes) bytes_ -= std::min(bytes_, size_of(change));
    done_.pop_front();
  }
}

std::vector<TextChange> UndoStack::undo() {
  if (done_.empty()) return {};
  std::vector<TextChange> changes;
  for (const auto& change : std::views::reverse(done_.back().changes)) {
    bytes_ -= std::min(bytes_, size_of(change));
    changes.push_back(reversed(change));
  }
  undone_.push_back(std::move(done_.back()));
  done_.pop_back();
  if (!done_.empty()) done_.back().is_closed = true;
  return changes;
}

std::vector<TextChange> UndoStack::redo() {
  if (undone_.empty()) return {};
  auto step = std::move(undone_.back());
  undone_.pop_back();
  step.is_closed = true;
  for (const auto& change : step.changes) bytes_ += size_of(change);
  done_.push_back(step);
  return step.changes;
}

void UndoStack::clear() {
  done_.clear();
  undone_.clear();
  bytes_ = 0;
  is_group_new_ = depth_ > 0;
}

}  // namespace wordbrush::ui
