// SPDX-License-Identifier: GPL-3.0-or-later
#include "procedures/send_gate.h"

#include <glib/gi18n.h>

#include <utility>

#include "base/glib_ptr.h"
#include "protocol/prices.h"
#include "ui/price_sentence.h"

namespace wordbrush::procedures {

namespace {

/// In USD, for all of the request's variations.
std::optional<double> estimate_of(const std::string& model, const edit::Request& request) {
  const auto each = protocol::estimate_price(model, request.size, {});
  if (!each) return {};
  return each->usd * request.variations;
}

}  // namespace

SendGate::SendGate(Endpoints& endpoints, settings::PreferenceStore& preferences,
                   const std::filesystem::path& folder)
    : endpoints_(endpoints), preferences_(preferences), spending_(folder) {}

ui::RequestRun::Way SendGate::way_of(GtkWindow* parent, Wish wish, const ui::Order& order) {
  // What the request is expected to cost counts until it has ended.
  const auto reserved = std::shared_ptr<double>(new double(0), [this](double* usd) {
    reserved_usd_ -= *usd;
    delete usd;
  });
  return {.find_route =
              [this, wish = std::move(wish), request = order.request,
               reserved = std::weak_ptr(reserved)](ui::RequestRun::OnRoute on_route) {
                find(wish, request, reserved, std::move(on_route));
              },
          .confirm =
              [this, parent](const edit::Route& route, const edit::Uploads& uploads,
                             ui::RequestRun::OnConfirmed on_confirmed) {
                confirm(parent, route, uploads, std::move(on_confirmed));
              },
          .reserved = reserved};
}

void SendGate::find(const Wish& wish, const edit::Request& request,
                    const std::weak_ptr<double>& reserved, ui::RequestRun::OnRoute on_route) {
  endpoints_.find(
      wish, [this, request, reserved, on_route = std::move(on_route)](Result<edit::Route> route) {
        if (!route) return on_route(std::move(route));
        const auto expected = estimate_of(route->model, request);
        auto allowed =
            spending_.check(expected ? std::optional(*expected + reserved_usd_) : std::nullopt);
        if (!allowed) return on_route(fail(std::move(allowed.error())));
        if (const auto mine = reserved.lock(); mine && expected)
          reserved_usd_ += * mine = *expected;
        on_route(std::move(route));
      });
}

void SendGate::confirm(GtkWindow* parent, const edit::Route& route, const edit::Uploads& uploads,
                       ui::RequestRun::OnConfirmed on_confirmed) {
  if (!ui::needs_notice(preferences_.load(), route.endpoint.host)) return on_confirmed({});
  ui::Leaving leaving{.host = route.endpoint.host, .model = route.model};
  for (const edit::Upload& upload : uploads.pictures)
    leaving.pictures.push_back({upload.width, upload.height});
  notices_.push_back(std::make_unique<ui::HostNotice>(
      parent, leaving,
      [this, number = notices_.size(), host = route.endpoint.host,
       on_confirmed = std::move(on_confirmed)](bool sends) mutable {
        // Ends the notice, and so this very function.
        const auto answered = std::move(on_confirmed);
        const auto known = std::move(host);
        auto& preferences = preferences_;
        const auto done = std::move(notices_[number]);
        if (!sends) return answered(fail(ErrorKind::Cancelled, {}));
        answered(preferences.update(
            [&](settings::Preferences& saved) { settings::remember_host(saved, known); }));
      }));
}

std::string SendGate::price_of(const Wish& wish, const ui::Order& order) {
  const auto route = endpoints_.preview(wish);
  if (!route) return {};
  const auto each = protocol::estimate_price(route->model, order.request.size, {});
  return each ? ui::price_sentence(*each, order.request.variations) : std::string();
}

ui::SpendingActions SendGate::spending_actions() {
  return {.cap = [this] { return spending_.cap(); },
          .set_cap = [this](std::optional<double> usd) { return spending_.set_cap(usd); },
          .spent = [this] { return spent(); }};
}

std::string SendGate::spent() const {
  const auto month = spending_.spent();
  if (!month) return month.error().detail;
  if (month->requests == 0) return _("Nothing was spent this month.");
  const GCharPtr text(
      month->unknown == 0
          ? g_strdup_printf(_("This month: %.2f USD"), month->usd)
          : g_strdup_printf(_("This month: %.2f USD, and %d results of unknown cost"), month->usd,
                            month->unknown));
  return text.get();
}

void SendGate::write_down(const ui::Bill& bill) {
  if (!ui::needs_notice({}, bill.host)) return;  // this computer asks for nothing
  const auto told =
      bill.usage.cost ? bill.usage.cost : protocol::cost_of_tokens(bill.model, bill.usage);
  const auto each = protocol::estimate_price(bill.model, bill.asked_size, {});
  const bool is_picture = each && bill.pictures > 0;
  // What cannot be written down is no reason to lose the answer.
  (void)spending_.add(told, is_picture ? std::optional(each->usd) : std::nullopt);
}

}  // namespace wordbrush::procedures
