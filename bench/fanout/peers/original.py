"""The original's design, as its own document gives it: Django Channels, and a loop of its own for each client.

Run by daphne: `daphne -b 127.0.0.1 -p PORT original:application`.
"""

import asyncio
import json

from django.conf import settings

settings.configure(SECRET_KEY="bench", USE_TZ=True, TIME_ZONE="UTC", ALLOWED_HOSTS=["*"])

import django  # noqa: E402

django.setup()

from channels.generic.websocket import AsyncWebsocketConsumer  # noqa: E402
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402
from django.urls import re_path  # noqa: E402
from django.utils import timezone  # noqa: E402


class TimeSyncConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        await self.accept()
        try:
            while True:
                current_time = timezone.now()
                time_data = {
                    "type": "time_update",
                    "datetime": current_time.isoformat(),
                    "formatted": current_time.strftime("%A, %B %d %Y, %I:%M:%S %p"),
                    "date": current_time.strftime("%Y-%m-%d"),
                    "time": current_time.strftime("%I:%M:%S %p"),
                    "time_24h": current_time.strftime("%H:%M:%S"),
                    "timestamp": int(current_time.timestamp()),
                    "year": current_time.year,
                    "month": current_time.month,
                    "day": current_time.day,
                    "hour": current_time.hour,
                    "minute": current_time.minute,
                    "second": current_time.second,
                    "weekday": current_time.strftime("%A"),
                    "timezone": str(timezone.get_current_timezone()),
                }
                await self.send(text_data=json.dumps(time_data))
                await asyncio.sleep(1)
        except asyncio.CancelledError:
            pass


application = ProtocolTypeRouter(
    {"websocket": URLRouter([re_path(r"^ws/time/$", TimeSyncConsumer.as_asgi())])}
)
