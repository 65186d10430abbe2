// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <utility>

#include "edit/stage_text.h"
#include "procedures/progress_view.h"
#include "ui/progress_window.h"

namespace wordbrush::procedures {

namespace {

class WindowProgress final : public ProgressView {
 public:
  WindowProgress(const char* title, std::function<void()> on_cancel)
      : window_(title, std::move(on_cancel)) {}

  void show(const edit::Progress& progress) override {
    window_.set_stage(edit::to_text(progress));
    window_.set_fraction(progress.fraction);
  }

  void show_words(std::string_view words) override { window_.set_words(std::string(words)); }

 private:
  ui::ProgressWindow window_;
};

}  // namespace

std::unique_ptr<ProgressView> make_progress_window(const char* title,
                                                   std::function<void()> on_cancel) {
  return std::make_unique<WindowProgress>(title, std::move(on_cancel));
}

}  // namespace wordbrush::procedures
