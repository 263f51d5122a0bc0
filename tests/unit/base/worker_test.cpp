#include "base/worker.hpp"
#include <algorithm>
#include <atomic>
#include <chrono>
#include <gtest/gtest.h>
#include <latch>

using base::Worker;
using namespace std::chrono_literals;

namespace {

TEST(Worker, delivers_on_the_calling_thread)
{
    Worker worker;
    const auto main_thread = std::this_thread::get_id();
    std::atomic<bool> ran_elsewhere = false;
    std::thread::id delivered_on;
    worker.submit([&]() -> Worker::Delivery {
        ran_elsewhere = std::this_thread::get_id() != main_thread;
        return [&] { delivered_on = std::this_thread::get_id(); };
    });
    worker.wait_and_deliver();
    EXPECT_TRUE(ran_elsewhere);
    EXPECT_EQ(delivered_on, main_thread);
    EXPECT_EQ(worker.pending(), 0U);
}

TEST(Worker, delivers_in_order_of_completion)
{
    Worker worker(2);
    std::vector<char> order;
    std::latch quick_done(1);
    worker.submit([&]() -> Worker::Delivery {
        quick_done.wait();
        return [&] { order.push_back('s'); };
    });
    worker.submit([&]() -> Worker::Delivery { return [&] { order.push_back('q'); }; });
    while (worker.deliver() == 0) std::this_thread::sleep_for(1ms); // the first is still running
    quick_done.count_down();
    worker.wait_and_deliver();
    EXPECT_EQ(order, (std::vector<char>{'q', 's'}));
}

TEST(Worker, one_thread_keeps_the_order_of_submission)
{
    Worker worker(1);
    std::vector<int> order;
    for (int i = 0; i < 100; ++i)
        worker.submit([&order, i]() -> Worker::Delivery { return [&order, i] { order.push_back(i); }; });
    worker.wait_and_deliver();
    ASSERT_EQ(order.size(), 100U);
    EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

TEST(Worker, nothing_is_delivered_until_asked)
{
    std::atomic<int> woken = 0;
    bool delivered = false;
    Worker worker(1, [&] { ++woken; });
    worker.submit([&]() -> Worker::Delivery { return [&] { delivered = true; }; });
    while (woken == 0) std::this_thread::sleep_for(1ms);
    EXPECT_FALSE(delivered);
    EXPECT_EQ(worker.pending(), 1U);
    EXPECT_EQ(worker.deliver(), 1U);
    EXPECT_TRUE(delivered);
    EXPECT_EQ(worker.deliver(), 0U);
}

TEST(Worker, a_delivery_may_submit_the_next_job)
{
    Worker worker;
    int steps = 0;
    std::function<Worker::Delivery()> job = [&]() -> Worker::Delivery {
        return [&] {
            if (++steps < 5) worker.submit(job);
        };
    };
    worker.submit(job);
    worker.wait_and_deliver();
    EXPECT_EQ(steps, 5);
}

TEST(Worker, a_job_without_a_delivery_is_fine)
{
    Worker worker;
    worker.submit([]() -> Worker::Delivery { return {}; });
    worker.wait_and_deliver();
    EXPECT_EQ(worker.pending(), 0U);
}

TEST(Worker, the_destructor_drops_queued_jobs_and_waits_for_the_running_one)
{
    std::atomic<int> started = 0;
    std::atomic<int> finished = 0;
    {
        Worker worker(1);
        for (int i = 0; i < 1000; ++i)
            worker.submit([&]() -> Worker::Delivery {
                ++started;
                std::this_thread::sleep_for(20ms);
                ++finished;
                return [] { FAIL() << "nobody asked for delivery"; };
            });
        while (started == 0) std::this_thread::sleep_for(1ms);
    }
    EXPECT_EQ(started, finished);
    EXPECT_LT(started, 1000);
}

TEST(Worker, a_job_that_submits_its_successor_does_not_keep_the_pool_alive)
{
    std::atomic<bool> running = false;
    {
        Worker* pool = nullptr;
        const std::function<Worker::Delivery()> job = [&]() -> Worker::Delivery { // outlives the pool below
            running = true;
            std::this_thread::sleep_for(1ms);
            pool->submit(job);
            return {};
        };
        Worker worker(1);
        pool = &worker;
        worker.submit(job);
        while (!running) std::this_thread::sleep_for(1ms);
    }
    SUCCEED();
}

TEST(Worker, many_jobs_from_many_threads_all_arrive)
{
    Worker worker(3);
    int sum = 0;
    {
        std::vector<std::jthread> senders;
        for (int t = 0; t < 4; ++t)
            senders.emplace_back([&] {
                for (int i = 0; i < 250; ++i) worker.submit([&]() -> Worker::Delivery { return [&] { ++sum; }; });
            });
    }
    worker.wait_and_deliver();
    EXPECT_EQ(sum, 1000);
}

} // namespace
