// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/prompt_pane.h"

#include <glib/gi18n.h>

#include <utility>

#include "settings/preset.h"
#include "ui/widgets.h"

namespace wordbrush::ui {

PromptPane::PromptPane(const settings::PromptHistory& history, settings::PresetStore& presets,
                       const PromptClause& clause, PromptPaneEvents events)
    : history_(history),
      events_(std::move(events)),
      editor_({.on_send = [this] { events_.on_send(); },
               .on_changed = [this] { events_.on_changed(); },
               .on_older = [this] { walk(true); },
               .on_newer = [this] { walk(false); }},
              events_.mentions),
      history_button_(history_model_, {.on_open = [this] { load_history(); },
                                       .on_take =
                                           [this](const std::string& prompt) {
                                             editor_.set_text(prompt);
                                             gtk_widget_grab_focus(editor_.view());
                                           }}),
      presets_button_(presets, {.on_apply = [this](const auto& text) { apply(text); },
                                .prompt = [this] { return text(); },
                                .on_closed = [this] { gtk_widget_grab_focus(editor_.view()); }}),
      clause_(
          clause,
          [this] {
            events_.on_clause_changed(clause_.clause());
            events_.on_changed();
          },
          [this] { events_.on_send(); }),
      label_(make_field_label(_("_What should change?"), editor_.view())),
      box_(gtk_box_new(GTK_ORIENTATION_VERTICAL, small_space)) {
  build();
}

void PromptPane::build() {
  auto* const below = gtk_box_new(GTK_ORIENTATION_HORIZONTAL, small_space);
  gtk_box_pack_start(GTK_BOX(below), history_button_.widget(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(below), presets_button_.widget(), FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), label_, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), editor_.widget(), TRUE, TRUE, 0);
  gtk_box_pack_start(GTK_BOX(box_), below, FALSE, FALSE, 0);
  gtk_box_pack_start(GTK_BOX(box_), clause_.widget(), FALSE, FALSE, 0);
}

void PromptPane::set_label(const char* text_with_mnemonic) {
  gtk_label_set_text_with_mnemonic(GTK_LABEL(label_), text_with_mnemonic);
}

void PromptPane::show_clause(bool is_shown) {
  gtk_widget_set_visible(clause_.widget(), is_shown);
}

void PromptPane::load_history() {
  history_model_.set_prompts(history_.load());
}

void PromptPane::walk(bool is_older) {
  if (!history_model_.is_walking()) load_history();
  const auto next = is_older ? history_model_.older(text()) : history_model_.newer(text());
  if (next) editor_.set_text(*next);
}

void PromptPane::apply(const std::string& preset_text) {
  editor_.set_text(settings::apply_preset(preset_text, text()));
  gtk_widget_grab_focus(editor_.view());
}

}  // namespace wordbrush::ui
