// SPDX-License-Identifier: GPL-3.0-or-later
// A plug-in that shows the prompt pane in a window, for prompt_test.py: it says what the
// pane tells, and takes what is sent into the history.
#include <libgimp/gimpui.h>

#include <filesystem>
#include <memory>
#include <string>

#include "base/glib_ptr.h"
#include "screen/test_plug_in.h"
#include "ui/prompt_pane.h"

namespace {

using namespace wordbrush;

constexpr int many = 500;
constexpr int icon_side = 32;
constexpr int window_width = 360;

std::shared_ptr<const pixels::Bitmap> make_icon(int number) {
  auto icon = std::make_shared<pixels::Bitmap>(icon_side, icon_side);
  int at = 0;
  for (auto& byte : icon->bytes())
    byte = at++ % pixels::Bitmap::channels == 3 ? 255 : std::uint8_t(at * number);
  return icon;
}

std::vector<ui::Mention> make_mentions() {
  std::vector<ui::Mention> mentions{
      {.label = "Sky layer", .insert_text = "image 2", .icon = make_icon(3)},
      {.label = "天空", .insert_text = "image 3", .icon = make_icon(7)},
      {.label = "Reference cat.png", .insert_text = "image 4"}};
  for (int i = 1; i <= many; ++i)
    mentions.push_back({.label = "Layer #" + std::to_string(i),
                        .insert_text = "layer " + std::to_string(i),
                        .icon = make_icon(i)});
  return mentions;
}

void print(const char* what, const std::string& text) {
  const GCharPtr escaped(g_strescape(text.c_str(), nullptr));
  g_print("%s=%s\n", what, escaped.get());
}

void show_pane() {
  const auto folder = std::filesystem::path(gimp_directory()) / "wordbrush";
  settings::PromptHistory history(folder);
  settings::PresetStore presets(folder);
  const GMainLoopPtr loop(g_main_loop_new(nullptr, FALSE));
  auto* const window = gtk_window_new(GTK_WINDOW_TOPLEVEL);
  gtk_window_set_title(GTK_WINDOW(window), "Prompt");
  gtk_container_set_border_width(GTK_CONTAINER(window), 12);
  gtk_window_set_default_size(GTK_WINDOW(window), window_width, 480);

  std::unique_ptr<ui::PromptPane> pane;
  pane = std::make_unique<ui::PromptPane>(
      history, presets, ui::PromptClause{},
      ui::PromptPaneEvents{.on_send =
                               [&] {
                                 print("sent", pane->sent_text());
                                 if (auto added = history.add(pane->text()); added)
                                   pane->begin_anew();
                               },
                           .on_changed = [] {},
                           .on_clause_changed =
                               [](const ui::PromptClause& clause) {
                                 print(clause.is_added ? "clause" : "no clause", clause.text);
                               },
                           .mentions = make_mentions});
  auto* const box = gtk_box_new(GTK_ORIENTATION_VERTICAL, 12);
  gtk_box_pack_start(GTK_BOX(box), pane->widget(), FALSE, FALSE, 0);
  auto* const close = gtk_button_new_with_label("Close");
  gtk_box_pack_end(GTK_BOX(box), close, FALSE, FALSE, 0);
  gtk_container_add(GTK_CONTAINER(window), box);
  g_signal_connect_swapped(close, "clicked", G_CALLBACK(g_main_loop_quit), loop.get());
  g_signal_connect_swapped(window, "delete-event", G_CALLBACK(g_main_loop_quit), loop.get());
  gtk_widget_show_all(window);
  pane->focus();
  gtk_window_present(GTK_WINDOW(window));
  g_main_loop_run(loop.get());
  print("closed with", pane->text());
  pane.reset();
  gtk_widget_destroy(window);
}

}  // namespace

constexpr TestWindow windows[] = {{"plug-in-prompt-pane", show_pane}};
const TestPlugIn test_plug_in{.program = "prompt", .windows = windows};
