// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "base/bytes.h"

namespace wordbrush {

/// Bytes that go over the wire in base64 (RFC 4648, 4: with padding, no line
/// breaks), encoded only while they are sent.
struct Base64Piece {
  SharedBytes bytes;  ///< never null
};

/// Bytes that go over the wire as they are, shared until they are sent.
struct RawPiece {
  SharedBytes bytes;  ///< never null
};

/// A request's body in pieces, in the order in which they are sent.
///
/// A picture of 20 MB stays what it is until its turn comes; the body as one
/// text is never in memory.
struct RequestBody {
  std::string content_type;  ///< "application/json"
  std::vector<std::variant<std::string, Base64Piece, RawPiece>> pieces;

  /// The bytes on the wire, for Content-Length.
  std::size_t size() const;
};

/// The whole body as it goes over the wire. For tests and small bodies.
std::string to_text(const RequestBody& body);

}  // namespace wordbrush
