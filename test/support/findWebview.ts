import type { Frame, Page } from "playwright-core";

/** The innermost frame of the webview with this title, once its page holds something. */
export async function findWebview(page: Page, title: string): Promise<Frame | undefined> {
  for (const frame of page.frames()) {
    if ((await titleOf(frame)) === title && (await frame.locator("body *").count()) > 0) return frame;
  }
  return undefined;
}

/** VS Code puts the view's title on the frame that holds the extension's own page. */
async function titleOf(frame: Frame): Promise<string | null> {
  if (!frame.parentFrame()?.parentFrame()) return null;
  const element = await frame.frameElement();
  return (await element.getAttribute("id")) === "active-frame" ? element.getAttribute("title") : null;
}
