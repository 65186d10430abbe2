// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/error.h"
#include "base/worker.h"
#include "edit/options.h"
#include "edit/packing.h"
#include "host/canvas.h"
#include "ui/request_run.h"

namespace wordbrush::ui {

/// The very pictures that a request would send: framed, scaled and encoded as if it
/// were sent now, but for the sending.
class SendPreview {
 public:
  struct Picture {
    std::string mime_type;
    int width = 0;
    int height = 0;
    std::size_t bytes = 0;
    std::string checksum;                          ///< SHA-256 of the bytes, in hex
    std::shared_ptr<const pixels::Bitmap> bitmap;  ///< decoded from those bytes
  };

  /// `on_changed` is called from the main loop whenever something is known anew.
  explicit SendPreview(std::function<void()> on_changed);
  SendPreview(const SendPreview&) = delete;
  SendPreview& operator=(const SendPreview&) = delete;
  ~SendPreview() = default;

  /// Looks at what `order` would send to `route`, whose key is not needed. The pictures are
  /// read anew only where the order wants others, or where the open image `may_differ` from
  /// what it was; what is still being read for another order is given up.
  void refresh(Order order, Result<edit::Route> route, bool may_differ);

  /// What has just left for good.
  void show(const edit::Uploads& uploads);

  /// The frame, the references, the overview if there is one, and for services that take
  /// one the mask of what may change.
  const std::vector<Picture>& pictures() const { return pictures_; }
  /// Other pictures are going to be known.
  bool is_reading() const { return is_reading_; }
  /// What may change, in the first picture; empty where that has none.
  const Rect& target() const { return target_; }
  /// What cannot be done with the image.
  const std::vector<host::Limit>& limits() const { return limits_; }
  /// Why nothing can be sent.
  const std::optional<Error>& error() const { return error_; }
  const std::string& host() const { return host_; }
  const std::string& model() const { return model_; }
  std::size_t bytes() const;

 private:
  bool has_pictures_of(const Order& order, const edit::Route& route) const;
  void take(Result<edit::Parcel> parcel);
  void decode(const edit::Uploads& uploads);

  std::function<void()> on_changed_;
  std::string host_;
  std::string model_;
  decltype(protocol::Endpoint::dialect) dialect_ = nullptr;  // some want a mask as well
  std::vector<Picture> pictures_;
  bool is_reading_ = false;
  Rect target_;
  std::vector<host::Limit> limits_;
  std::optional<Error> error_;
  std::optional<Order> order_;  // of which the pictures are, or are going to be
  std::optional<edit::Packing> packing_;
  Worker decoder_;
};

}  // namespace wordbrush::ui
