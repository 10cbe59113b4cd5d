-- Sign-ups for wrk: each under a key of its own, from a network of its own, as much as one program can send.
local count = 0
threads = 0

function setup(thread)
  thread:set("place", threads)
  threads = threads + 1
end

function init(arguments)
  run = arguments[1] .. "-" .. place
  today, later = arguments[2], arguments[3]
  math.randomseed(tonumber(arguments[4]) + place)
end

local names = { "Անի Թեստյան", "Karen Testian", "Мария Примерова", "Leyla Nümunəyeva", "Tigran Probayan" }
local body = '{"name":"%s","age":"yes","affiliation":"no","consent":"yes","language":"hy","phone":"+3740%07d",'
  .. '"email":"p%s.%d@example.org","roles":["8322","2221"],"level":2,"languages":["hy","ru"],"first_day":["%s"],'
  .. '"last_day":["%s"],"travel":"own","seats":3}'

function request()
  count = count + 1
  local headers = {
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. count,
    ["X-Forwarded-For"] = string.format("%d.%d.%d.9", math.random(1, 223), math.random(0, 255), math.random(0, 255)),
  }
  local phone = math.random(0, 9999999)
  local content = string.format(body, names[count % #names + 1], phone, run, count, today, later)
  return wrk.format("POST", "/api/v1/sign-ups", headers, content)
end

local others = {}

function response(status)
  if status ~= 201 then others[status] = (others[status] or 0) + 1 end
end
