#pragma once
#include "text/families.hpp"
#include "text/utf8.hpp"
#include <fribidi.h>

namespace text {

/// A stretch of code points that is shaped in one call.
struct Item {
    std::uint32_t begin = 0, end = 0;
    const FaceChoice* choice = nullptr;
    hb_script_t script = HB_SCRIPT_COMMON;
    std::uint8_t level = 0; ///< of the bidirectional algorithm; odd runs right to left
};

/// Cuts a line at changes of direction, script and face. Keeps its buffers from call to call.
class Itemiser {
public:
    explicit Itemiser(Families& families) : families_(families) {}

    /// Items in visual order, left to right; valid until the next call.
    const std::vector<Item>& itemise(const std::vector<char32_t>& line, bool bold, bool italic);
    /// The paragraph direction of the last line.
    [[nodiscard]] bool right_to_left() const { return right_to_left_; }

private:
    void find_levels(const std::vector<char32_t>& line);
    void find_scripts(const std::vector<char32_t>& line);
    const FaceChoice* find_face(const std::vector<char32_t>& line, std::size_t at, const FaceChoice* before, bool bold,
                                bool italic);
    void put_in_visual_order();

    Families& families_;
    std::vector<FriBidiCharType> types_;
    std::vector<FriBidiBracketType> brackets_;
    std::vector<FriBidiLevel> levels_;
    std::vector<hb_script_t> own_scripts_;
    std::vector<hb_script_t> scripts_;
    std::vector<Item> items_;
    bool right_to_left_ = false;
};

} // namespace text
