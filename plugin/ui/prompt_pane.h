// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <functional>
#include <string>

#include "settings/preset_store.h"
#include "settings/prompt_history.h"
#include "ui/clause_row.h"
#include "ui/history_popover.h"
#include "ui/mention_popover.h"
#include "ui/presets_button.h"
#include "ui/prompt_clause.h"
#include "ui/prompt_editor.h"
#include "ui/prompt_history_model.h"

namespace wordbrush::ui {

/// What the user does in the pane; called from the main loop.
struct PromptPaneEvents {
  std::function<void()> on_send;                               ///< Ctrl+Enter
  std::function<void()> on_changed;                            ///< text() or sent_text()
  std::function<void(const PromptClause&)> on_clause_changed;  ///< at each key; to be saved
  MentionPopover::Source mentions;                             ///< what an @ offers now
};

/// Where the user says what they want: the field, earlier prompts, presets, and the
/// clause that is added.
class PromptPane {
 public:
  /// The stores outlive the pane. The history is only read: whoever sends adds to it,
  /// and calls begin_anew().
  PromptPane(const settings::PromptHistory& history, settings::PresetStore& presets,
             const PromptClause& clause, PromptPaneEvents events);
  PromptPane(const PromptPane&) = delete;
  PromptPane& operator=(const PromptPane&) = delete;

  /// Owned by the container that it is put into.
  GtkWidget* widget() const { return box_; }

  /// What is asked for above the field: "_What should change?"
  void set_label(const char* text_with_mnemonic);

  /// Where there is nothing to keep, there is no clause.
  void show_clause(bool is_shown);

  /// As it was typed: what belongs into the history.
  std::string text() const { return editor_.text(); }
  /// Undo brings back what was there.
  void set_text(const std::string& text) { editor_.set_text(text); }
  /// What is to be sent: the text with the clause that is shown below it.
  std::string sent_text() const { return with_clause(text(), clause_.clause()); }

  /// Alt+Up begins at the newest prompt again.
  void begin_anew() { history_model_.leave(); }

  /// The cursor goes into the field, behind the text, which is selected.
  void focus() { editor_.focus(); }

 private:
  void build();
  void walk(bool is_older);
  void load_history();
  void apply(const std::string& preset_text);

  const settings::PromptHistory& history_;
  PromptPaneEvents events_;
  PromptHistoryModel history_model_;
  PromptEditor editor_;
  HistoryPopover history_button_;
  PresetsButton presets_button_;
  ClauseRow clause_;
  GtkWidget* label_;
  GtkWidget* box_;
};

}  // namespace wordbrush::ui
