// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/later.h"
#include "ui/ask_column.h"
#include "ui/edit_window.h"
#include "ui/failure_bar.h"
#include "ui/habits_box.h"
#include "ui/image_picker.h"
#include "ui/message_bar.h"
#include "ui/reference_reader.h"
#include "ui/results_page.h"
#include "ui/run_list.h"
#include "ui/save_watch.h"
#include "ui/send_preview.h"
#include "ui/sent_page.h"
#include "ui/source_watch.h"
#include "ui/window_frame.h"
#include "ui/window_model.h"

namespace wordbrush::ui {

/// What the window is made of. edit_window.cpp says what happens, window_wiring.cpp who
/// calls it.
class EditWindow::Impl {
 public:
  Impl(WindowParts parts, WindowActions actions);

  void present(bool is_edit, int image_id, int layer_id);
  GtkWindow* window() const { return frame_->window(); }

 private:
  WindowModel::Events model_events();
  AskEvents ask_events();
  FrameEvents frame_events();
  FailureActions failure_actions();
  SaveWatch::Asked save_questions();

  Order order() const;
  void look_at_image();
  void send(Order order);
  bool is_ready(const Order& order) const;
  void changed();
  void image_changed();
  void look_again();
  void refresh_preview();
  void show_results();
  void show_new(const std::string& id);
  void open_connections();
  void load_connections();
  void apply(const std::vector<std::string>& ids);
  void show_applied(const edit::Outcome& outcome);
  void remember();
  void bring_back_draft();
  void keep_draft();
  void ask_balance();
  void close();
  void leave();
  void leave_if_closing();

  WindowParts parts_;
  WindowActions actions_;
  settings::Preferences preferences_;
  bool is_built_ = false;
  std::string chosen_connection_;
  ImageKey image_;  // that is chosen
  // Its widgets are there for as long as whoever shows something in them.
  std::optional<WindowFrame> frame_;
  WindowModel model_;
  SendPreview preview_;
  ReferenceReader reader_;
  ImagePicker picker_;
  MessageBar message_;
  FailureBar failures_;
  HabitsBox habits_;
  AskColumn column_;
  SentPage sent_page_;
  ResultsPage results_page_;
  RunList run_list_;
  SaveWatch save_watch_;
  SourceWatch source_watch_;
  Later refresh_;
  Later remembering_;
  Later drafting_;
  Later asking_balance_;
  std::optional<std::string> balance_of_;  // the connection whose balance was asked for
  Later leaving_;
  bool awaits_result_ = false;
  bool may_differ_ = true;  // the open image, from what the preview has seen of it
  bool closes_ = false;     // as soon as everything is applied
};

}  // namespace wordbrush::ui
