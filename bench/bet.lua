-- The load: each request is one bet of one of many players, with a token and a key of its own.
local tokens, bodies = {}, {}
local count, thread_number, sent = 0, 0, 0

function setup(thread)
  thread:set("number", thread_number)
  thread_number = thread_number + 1
end

function init(args)
  for line in io.lines(args[1]) do tokens[#tokens + 1] = line end
  for line in io.lines(args[2]) do bodies[#bodies + 1] = line end
  count = #tokens
  run = args[3]
  in_turn = args[4] == "in turn"
  math.randomseed(os.time() + number * 7919)
end

function request()
  sent = sent + 1
  local who = in_turn and (sent - 1) % count + 1 or math.random(count)
  local headers = {
    ["Authorization"] = "Bearer " .. tokens[who],
    ["X-Tenant"] = "lucky",
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. number .. "-" .. sent,
  }
  return wrk.format("POST", "/api/player/v1/bets", headers, bodies[sent % #bodies + 1])
end

function done(summary, latency, requests)
  io.write(string.format(
    'RESULT {"requests": %d, "seconds": %.6f, "refused": %d, "errors": %d, "p50_ms": %.3f, "p95_ms": %.3f, "p99_ms": %.3f, "max_ms": %.3f}\n',
    summary.requests, summary.duration / 1e6, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3))
end
