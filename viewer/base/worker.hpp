#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace base {

/// A small pool of threads with one job queue, and a mailbox that the main thread empties once a frame.
/// A job runs on a worker and returns the function that the main thread will call with its result.
class Worker {
public:
    using Delivery = std::function<void()>; ///< runs on the main thread
    using Job = std::function<Delivery()>;  ///< runs on a worker; must not throw

    /// `wake` is called from a worker thread whenever a delivery is waiting (to end the event loop's sleep).
    explicit Worker(unsigned threads = 2, std::function<void()> wake = {});
    ~Worker(); ///< drops jobs that have not started and waits for the running ones
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void submit(Job job);     ///< any thread
    std::size_t deliver();    ///< main thread: runs every waiting delivery, returns how many
    void wait_for_delivery(); ///< main thread: blocks until a delivery waits or nothing is left to run
    void wait_and_deliver();  ///< main thread: blocks until all submitted jobs (and those they submit) are delivered
    [[nodiscard]] std::size_t pending() const; ///< queued + running + undelivered

private:
    void run(const std::stop_token& stop);

    std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::condition_variable_any changed_;
    std::deque<Job> jobs_;
    std::deque<Delivery> mailbox_;
    std::size_t running_ = 0;
    std::vector<std::jthread> threads_; // last: joins before the members above go
};

} // namespace base
