// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <vector>

namespace wordbrush::ui {

/// A change of a text: at `position` (in characters) `removed` gave way to `inserted`.
struct TextChange {
  int position = 0;
  std::string removed;
  std::string inserted;

  friend bool operator==(const TextChange&, const TextChange&) = default;
};

/// What was done to a text, to take it back in steps that a person would call one: a word
/// that was typed, a run that was deleted, or what lies between begin() and end().
class UndoStack {
 public:
  /// Changes between these are one step. They nest.
  void begin();
  void end();

  /// A change that was made just now. What had been undone cannot be redone any more.
  void add(TextChange change);

  /// The changes that take the last step back or make it again, to be made in this
  /// order; none where there is nothing to do.
  std::vector<TextChange> undo();
  std::vector<TextChange> redo();

  bool can_undo() const { return !done_.empty(); }
  bool can_redo() const { return !undone_.empty(); }
  void clear();

 private:
  struct Step {
    std::vector<TextChange> changes;
    bool is_closed = false;  // nothing that follows belongs to it
  };

  bool continues_last(const TextChange& change) const;
  void forget_oldest();

  std::deque<Step> done_;
  std::vector<Step> undone_;
  std::size_t bytes_ = 0;  // what done_ holds
  int depth_ = 0;
  bool is_group_new_ = false;  // nothing was added since the outermost begin()
};

}  // namespace wordbrush::ui
