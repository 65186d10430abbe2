// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libsoup/soup.h>

#include <optional>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "model/log.h"
#include "model/scenario.h"
#include "model/shapes.h"

namespace wordbrush::model {

/// Answers that promise a picture instead of holding it, and what keeps the promise:
///
///   GET /files/N.png      the picture of the answer N; /download/N.png is the same
///   GET .../v1/tasks/tN   first a task at work, then one that names the address
class Addresses {
 public:
  /// Takes the picture out of `answer` and puts a link to it into its words. A task is
  /// no chat answer: then the whole body is given back. `origin`: "http://HOST:PORT".
  std::optional<std::string> promise(Link link, const std::string& origin, Answer& answer);

  /// False where `path` is none of the above; else the request is answered and logged.
  bool serve(SoupServerMessage* message, const std::string& path, std::vector<LoggedRequest>& log);

 private:
  void serve_file(SoupServerMessage* message, std::size_t number, LoggedRequest& logged) const;
  void serve_task(SoupServerMessage* message, std::size_t number, LoggedRequest& logged);

  struct Kept {
    Bytes picture;
    int questions = 0;  ///< about the task
  };
  std::vector<Kept> kept_;  // by N
};

}  // namespace wordbrush::model
