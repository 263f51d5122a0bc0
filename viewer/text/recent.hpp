#pragma once
#include "text/engine.hpp"
#include <bit>
#include <functional>
#include <list>
#include <unordered_map>

namespace text {

struct TextKeyView {
    std::string_view text;
    Style style;
    float width_px = 0; ///< of the lines that were asked for; 0 for a run
    friend bool operator==(const TextKeyView&, const TextKeyView&) = default;
};

struct TextKey {
    std::string text;
    Style style;
    float width_px = 0;
    operator TextKeyView() const { return {text, style, width_px}; } // NOLINT: a key and its view are one thing
};

struct TextKeyHash {
    using is_transparent = void;
    std::size_t operator()(const TextKeyView& key) const noexcept
    {
        const auto bits = [](float value) { return std::size_t{std::bit_cast<std::uint32_t>(value)}; };
        const Style& s = key.style;
        const std::size_t flags = (s.bold ? 1u : 0u) | (s.italic ? 2u : 0u) | (s.tabular ? 4u : 0u);
        std::size_t hash = std::hash<std::string_view>{}(key.text);
        for (const std::size_t part :
             {bits(s.size_px) << 3 | flags, bits(s.tracking_em), bits(s.halo_px), bits(key.width_px)})
            hash = (hash ^ part) * 0x9E3779B97F4A7C15u;
        return hash ^ (hash >> 32);
    }
};

struct TextKeyEqual {
    using is_transparent = void;
    bool operator()(const TextKeyView& a, const TextKeyView& b) const noexcept { return a == b; }
};

/// Keeps the values used last, at most `count` of them and about `bytes` bytes.
template <class Value> class Recent {
public:
    Recent(std::size_t count, std::size_t bytes) : most_(count), most_bytes_(bytes) {}

    /// Null when not kept.
    const Value* find(const TextKeyView& key)
    {
        const auto it = kept_.find(key);
        if (it == kept_.end()) return nullptr;
        order_.splice(order_.begin(), order_, it->second.place);
        return &it->second.value;
    }

    const Value& keep(const TextKeyView& key, Value value, std::size_t value_bytes)
    {
        const std::size_t bytes = value_bytes + key.text.size() + sizeof(typename Map::value_type) + 64;
        while (!order_.empty() && (kept_.size() >= most_ || bytes_ + bytes > most_bytes_)) {
            const auto oldest = kept_.find(*order_.back());
            bytes_ -= oldest->second.bytes;
            order_.pop_back();
            kept_.erase(oldest);
        }
        const auto [it, added] = kept_.try_emplace(TextKey{std::string{key.text}, key.style, key.width_px},
                                                   Entry{std::move(value), bytes, {}});
        if (added) {
            order_.push_front(&it->first);
            it->second.place = order_.begin();
            bytes_ += bytes;
        }
        return it->second.value;
    }

    void clear()
    {
        kept_.clear();
        order_.clear();
        bytes_ = 0;
    }

    [[nodiscard]] std::size_t bytes() const { return bytes_; }

private:
    struct Entry {
        Value value;
        std::size_t bytes;
        std::list<const TextKey*>::iterator place;
    };
    using Map = std::unordered_map<TextKey, Entry, TextKeyHash, TextKeyEqual>;
    std::size_t most_, most_bytes_;
    std::size_t bytes_ = 0;
    Map kept_;
    std::list<const TextKey*> order_; ///< latest first
};

} // namespace text
