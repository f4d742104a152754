"""A chat model as a composer: the only room that knows LangChain."""

from bot.compose.chat.composer import ChatComposer, open_chat_model

__all__ = ["ChatComposer", "open_chat_model"]
