// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libgimp/gimp.h>

#include <string>
#include <vector>

#include "settings/connection.h"

namespace wordbrush::ui {

/// What a picture dialog shows besides its procedure's own arguments.
struct EditDialogContent {
  enum class Task { Edit, Generate };

  Task task = Task::Edit;
  /// Filled in where the `prompt` argument is empty: GIMP does not keep a prompt.
  std::string last_prompt;
  std::vector<settings::Connection> connections;  ///< as ConnectionStore::load() gave them
  std::string chosen;                             ///< the name of the one in use
  /// What the offline demo understands, a sentence or two; shown while it is used.
  std::string demo_help;
  /// That an earlier answer can be recovered; empty: there is none.
  std::string waiting;
  /// Names of further arguments, in their order, behind an expander.
  std::vector<std::string> more;
};

/// Has the user fill in the procedure's arguments `prompt`, `connection`, `area`
/// (where there is one), `model`, `variations` and content.more; false where they
/// cancelled. Needs gimp_ui_init(). On return `prompt` is not blank and `connection`
/// is not empty.
bool run_edit_dialog(GimpProcedure* procedure, GimpProcedureConfig* config,
                     const EditDialogContent& content);

}  // namespace wordbrush::ui
