// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/undo_stack.h"

#include <glib.h>
#include <gtest/gtest.h>

namespace wordbrush::ui {
namespace {

/// A text that is changed as GtkTextBuffer changes: each call a user's action.
class Text {
 public:
  const std::string& now() const { return text_; }

  void insert(int position, const std::string& text) { act({position, "", text}); }
  void remove(int position, int length) { act({position, part(position, length), ""}); }
  /// Signs one by one, at the end.
  void type(const std::string& signs) {
    for (const char* at = signs.c_str(); *at != '\0'; at = g_utf8_next_char(at))
      insert(int(g_utf8_strlen(text_.c_str(), -1)), {at, g_utf8_next_char(at)});
  }
  void replace_all(const std::string& text) {
    stack_.begin();
    if (!text_.empty()) remove(0, int(g_utf8_strlen(text_.c_str(), -1)));
    insert(0, text);
    stack_.end();
  }
  bool undo() { return make(stack_.undo()); }
  bool redo() { return make(stack_.redo()); }
  UndoStack& stack() { return stack_; }

 private:
  std::string part(int position, int length) const {
    const char* const start = g_utf8_offset_to_pointer(text_.c_str(), position);
    const char* const end = g_utf8_offset_to_pointer(start, length);
    return {start, end};
  }
  void act(const TextChange& change) {
    stack_.begin();
    apply(change);
    stack_.add(change);
    stack_.end();
  }
  void apply(const TextChange& change) {
    const auto at =
        std::size_t(g_utf8_offset_to_pointer(text_.c_str(), change.position) - text_.c_str());
    ASSERT_EQ(text_.substr(at, change.removed.size()), change.removed);
    text_.replace(at, change.removed.size(), change.inserted);
  }
  bool make(const std::vector<TextChange>& changes) {
    for (const auto& change : changes) apply(change);
    return !changes.empty();
  }

  std::string text_;
  UndoStack stack_;
};

TEST(UndoStackTest, TakesTypingBackWordByWord) {
  Text text;
  text.type("make  it\nré d");
  EXPECT_TRUE(text.undo());
  EXPECT_EQ(text.now(), "make  it\nré ");
  text.undo();
  EXPECT_EQ(text.now(), "make  it\n");
  text.undo();
  EXPECT_EQ(text.now(), "make  it");
  text.undo();
  EXPECT_EQ(text.now(), "make  ");
  text.undo();
  EXPECT_EQ(text.now(), "");
  EXPECT_FALSE(text.undo());
}

TEST(UndoStackTest, MakesItAgain) {
  Text text;
  text.type("one two");
  text.undo();
  text.undo();
  EXPECT_TRUE(text.redo());
  EXPECT_EQ(text.now(), "one ");
  EXPECT_TRUE(text.redo());
  EXPECT_EQ(text.now(), "one two");
  EXPECT_FALSE(text.redo());
}

TEST(UndoStackTest, ForgetsWhatWasUndoneOnceSomethingIsTyped) {
  Text text;
  text.type("one two");
  text.undo();
  text.type("x");
  EXPECT_FALSE(text.redo());
  text.undo();
  EXPECT_EQ(text.now(), "one ");
}

TEST(UndoStackTest, BringsARunOfDeletedSignsBackAtOnce) {
  Text text;
  text.insert(0, "天空变成橙色");
  for (int at = 5; at >= 3; --at) text.remove(at, 1);  // Backspace
  text.remove(1, 1);                                   // Delete
  text.remove(1, 1);
  EXPECT_EQ(text.now(), "天");
  text.undo();
  EXPECT_EQ(text.now(), "天空变");
  text.undo();
  EXPECT_EQ(text.now(), "天空变成橙色");
}

TEST(UndoStackTest, KeepsTypingAtAnotherPlaceApart) {
  Text text;
  text.type("ab");
  text.insert(0, "x");
  text.insert(1, "y");
  text.undo();
  EXPECT_EQ(text.now(), "ab");
}

TEST(UndoStackTest, TakesWhatIsPastedForAStepOfItsOwn) {
  Text text;
  text.type("a");
  text.insert(1, "pasted");
  text.type("b");
  text.undo();
  EXPECT_EQ(text.now(), "apasted");
  text.undo();
  EXPECT_EQ(text.now(), "a");
}

TEST(UndoStackTest, TakesOneActionForOneStep) {
  Text text;
  text.type("typed");
  text.replace_all("a preset");
  text.replace_all("b");
  text.type("c");
  text.undo();
  EXPECT_EQ(text.now(), "b");
  text.undo();
  EXPECT_EQ(text.now(), "a preset");
  text.undo();
  EXPECT_EQ(text.now(), "typed");
  text.redo();
  text.redo();
  EXPECT_EQ(text.now(), "b");
}

TEST(UndoStackTest, AnActionThatDoesNothingIsNoStep) {
  Text text;
  text.type("a");
  text.stack().begin();
  text.stack().end();
  text.insert(1, "");
  text.undo();
  EXPECT_EQ(text.now(), "");
}

TEST(UndoStackTest, StaysSmallHoweverMuchIsPasted) {
  Text text;
  const std::string much(1U << 20U, 'x');
  for (int i = 0; i < 40; ++i) text.replace_all(much);
  int steps = 0;
  while (text.undo()) ++steps;
  EXPECT_GT(steps, 0);
  EXPECT_LT(steps, 10);
}

TEST(UndoStackTest, ClearedHasNothingToDo) {
  Text text;
  text.type("a");
  text.stack().clear();
  EXPECT_FALSE(text.stack().can_undo());
  EXPECT_FALSE(text.undo());
  EXPECT_FALSE(text.redo());
}

}  // namespace
}  // namespace wordbrush::ui
