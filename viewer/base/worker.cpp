#include "base/worker.hpp"
#include <utility>

namespace base {

Worker::Worker(unsigned threads, std::function<void()> wake) : wake_(std::move(wake))
{
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this](const std::stop_token& stop) { run(stop); });
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(mutex_);
        jobs_.clear();
    }
    for (auto& thread : threads_) thread.request_stop();
    changed_.notify_all();
}

void Worker::submit(Job job)
{
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back(std::move(job));
    }
    changed_.notify_all();
}

void Worker::run(const std::stop_token& stop)
{
    while (true) {
        Job job;
        {
            std::unique_lock lock(mutex_);
            // Asked again after the wait: a job that submits its successor must not keep a closing pool alive.
            if (!changed_.wait(lock, stop, [this] { return !jobs_.empty(); }) || stop.stop_requested()) return;
            job = std::move(jobs_.front());
            jobs_.pop_front();
            ++running_;
        }
        Delivery delivery = job();
        {
            const std::lock_guard lock(mutex_);
            mailbox_.push_back(std::move(delivery));
            --running_;
        }
        changed_.notify_all();
        if (wake_) wake_();
    }
}

std::size_t Worker::deliver()
{
    std::deque<Delivery> ready;
    {
        const std::lock_guard lock(mutex_);
        ready.swap(mailbox_);
    }
    for (auto& delivery : ready)
        if (delivery) delivery();
    return ready.size();
}

void Worker::wait_for_delivery()
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !mailbox_.empty() || (jobs_.empty() && running_ == 0); });
}

void Worker::wait_and_deliver()
{
    while (pending() > 0) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return !mailbox_.empty() || (jobs_.empty() && running_ == 0); });
        }
        deliver();
    }
}

std::size_t Worker::pending() const
{
    const std::lock_guard lock(mutex_);
    return jobs_.size() + running_ + mailbox_.size();
}

} // namespace base
