// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtk/gtk.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "procedures/arguments.h"
#include "procedures/endpoints.h"
#include "settings/preferences.h"
#include "settings/spending.h"
#include "ui/habits_box.h"
#include "ui/host_notice.h"
#include "ui/request_run.h"

namespace wordbrush::procedures {

/// What a request has to pass before anything leaves: the key, the cap on what is spent,
/// and, for a host that is new, the user.
class SendGate {
 public:
  /// All of them outlive it. `folder` is the plug-in's own.
  SendGate(Endpoints& endpoints, settings::PreferenceStore& preferences,
           const std::filesystem::path& folder);
  SendGate(const SendGate&) = delete;
  SendGate& operator=(const SendGate&) = delete;

  /// The way of an order; it ends with ErrorKind::Cancelled where the user does not want
  /// to send to that host.
  ui::RequestRun::Way way_of(GtkWindow* parent, Wish wish, const ui::Order& order);

  /// What the order is likely to cost, in words; empty where nobody knows.
  std::string price_of(const Wish& wish, const ui::Order& order);

  /// What the user may look at and limit.
  ui::SpendingActions spending_actions();

  /// Writes down what an answer cost.
  void write_down(const ui::Bill& bill);

 private:
  void find(const Wish& wish, const edit::Request& request, const std::weak_ptr<double>& reserved,
            ui::RequestRun::OnRoute on_route);
  void confirm(GtkWindow* parent, const edit::Route& route, const edit::Uploads& uploads,
               ui::RequestRun::OnConfirmed on_confirmed);

  Endpoints& endpoints_;
  settings::PreferenceStore& preferences_;
  std::string spent() const;

  settings::Spending spending_;
  double reserved_usd_ = 0;                               // of requests under way
  std::vector<std::unique_ptr<ui::HostNotice>> notices_;  // null: answered
};

}  // namespace wordbrush::procedures
