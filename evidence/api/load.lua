-- What wrk asks for. Arguments: the kind of request (read, list or write) and, for reads, a file with an id a line.
-- Prints its counts as one line of JSON.

local requests = {}
local next_request = 0

function init(args)
  local kind = args[1]
  if kind == "read" then
    for id in io.lines(args[2]) do
      requests[#requests + 1] = wrk.format("GET", "/tasks/" .. id)
    end
  elseif kind == "list" then
    requests[1] = wrk.format("GET", "/tasks")
  else
    local body = '{"title":"Water the plants","description":"The ones on the balcony too"}'
    requests[1] = wrk.format("POST", "/tasks", { ["content-type"] = "application/json" }, body)
  end
end

function request()
  next_request = next_request % #requests + 1
  return requests[next_request]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"bytes":%d,"p50Ms":%.3f,"p99Ms":%.3f,"badStatus":%d,"socketErrors":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout
  ))
end
