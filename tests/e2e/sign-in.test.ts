import { expect, test } from '@playwright/test'

test('PP1 a wrong password says so and loses nothing that was typed', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill('noor@demo.test')
  await page.getByLabel('Password', { exact: true }).fill('not the password')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue('noor@demo.test')
})
